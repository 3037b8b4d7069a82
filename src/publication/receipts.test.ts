import { describe, expect, it } from 'vitest'
import { applyEdits } from '../base/edit.ts'
import { parsePostmortem } from '../document/parse.ts'
import { appendEntry } from '../record/append-entry.ts'
import { readRecord } from '../record/read-record.ts'
import { SAMPLE } from '../signoff/sample-postmortem.ts'
import { signedDigest } from '../signoff/signed-digest.ts'
import { publicationClaims } from './claims.ts'
import { receiptEdits } from './receipts.ts'
import { neededTargets, targetsIn } from './targets.ts'

const AT = Date.UTC(2026, 10, 26, 9, 0)

function entries(...receipts: [target: string, reference: string][]) {
  let text = ''
  for (const [target, reference] of receipts) {
    const data = { target, reference, digest: '0'.repeat(64) }
    const result = appendEntry(text, { verb: 'receipt', data, actor: 'Ada Example', at: AT, documentText: SAMPLE })
    if (!result.ok) throw new Error(result.refusal.message)
    text = result.value.text
  }
  return readRecord(text).entries
}

function ticked(source: string, receipts: [string, string][], configured: string[]): string {
  const result = applyEdits(source, receiptEdits(parsePostmortem(source), entries(...receipts), configured))
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

describe('targetsIn', () => {
  it('reads the entries of the format', () => {
    expect(targetsIn('Posted in #shop-status.')).toEqual(['channel'])
    expect(targetsIn('Linked in the GitHub Wiki / docs/postmortems/.')).toEqual(['git', 'wiki'])
    expect(targetsIn('Discussed in the next platform all-hands.')).toEqual(['all-hands'])
    expect(targetsIn('Action items added to the GitHub project board.')).toEqual(['board'])
    expect(targetsIn('Fixed in #12')).toEqual([])
  })

  it('needs the configured ones, else all', () => {
    expect(neededTargets('the wiki / docs', ['git', 'board'])).toEqual(['git'])
    expect(neededTargets('the wiki / docs', ['board'])).toEqual(['git', 'wiki'])
  })
})

describe('receiptEdits', () => {
  it('ticks the entry of the target, writes the receipt below it, and touches nothing else', () => {
    expect(ticked(SAMPLE, [['channel', 'https://chat.example.com/1']], [])).toBe(
      SAMPLE.replace(
        '- [ ] Posted in `#shop-status`.',
        '- [x] Posted in `#shop-status`.\n  - Receipt (channel, 2026-11-26): https://chat.example.com/1',
      ),
    )
  })

  it('ticks an entry with two targets only when every configured one has a receipt', () => {
    const line = '- [ ] Linked in the wiki / `docs/postmortems/`.'
    const one = ticked(SAMPLE, [['git', 'c0ffee1']], ['git', 'wiki'])
    expect(one).toContain(`${line}\n  - Receipt (git, 2026-11-26): c0ffee1\n`)
    const both = ticked(
      one,
      [
        ['git', 'c0ffee1'],
        ['wiki', 'page 7'],
      ],
      ['git', 'wiki'],
    )
    expect(both).toContain(
      `${line.replace('[ ]', '[x]')}\n  - Receipt (git, 2026-11-26): c0ffee1\n  - Receipt (wiki, 2026-11-26): page 7\n`,
    )
    expect(ticked(SAMPLE, [['git', 'c0ffee1']], ['git'])).toContain(line.replace('[ ]', '[x]'))
  })

  it('changes nothing a second time', () => {
    const receipts: [string, string][] = [
      ['git', 'c0ffee1'],
      ['board', 'board 3'],
      ['all-hands', 'https://meet.example.com/2026-12-01'],
    ]
    const once = ticked(SAMPLE, receipts, ['git'])
    expect(ticked(once, receipts, ['git'])).toBe(once)
    expect(ticked(once, [...receipts, ['git', 'c0ffee10']], ['git']).length).toBeGreaterThan(once.length)
  })

  it('gives a plain bullet its box', () => {
    expect(ticked(SAMPLE, [['board', 'board 3']], [])).toContain(
      '- [x] Action items added to the project board.\n  - Receipt (board, 2026-11-26): board 3\n',
    )
  })

  it('never changes what is signed, with any line ending and any bullet', () => {
    const all: [string, string][] = [
      ['git', 'a'],
      ['wiki', 'b'],
      ['channel', 'c'],
      ['board', 'd | e\nf'],
      ['all-hands', 'g'],
    ]
    const deep = SAMPLE.replace('  - https', '    - https')
    for (const source of [
      SAMPLE,
      SAMPLE.replaceAll('\n', '\r\n'),
      deep.replace(/^- \[/gm, '1. ['),
      deep.replace(/^- \[/gm, '*   ['),
    ]) {
      const done = ticked(source, all, ['git', 'wiki'])
      expect(signedDigest(parsePostmortem(done))).toEqual(signedDigest(parsePostmortem(source)))
      expect(parsePostmortem(done).publication.map((entry) => entry.ticked)).toEqual([true, true, true, true])
      expect(ticked(done, all, ['git', 'wiki'])).toBe(done)
    }
  })
})

describe('publicationClaims', () => {
  it('names ticks without a receipt in the record, also where the text shows one', () => {
    const claims = publicationClaims(parsePostmortem(SAMPLE), [], [])
    expect(claims).toMatchObject([{ words: 'Discussed in the next platform all-hands.', missing: ['all-hands'] }])
    expect(claims[0]?.message).toContain('no receipt for: all-hands')
    expect(publicationClaims(parsePostmortem(SAMPLE), entries(['all-hands', 'minutes']), [])).toEqual([])
  })

  it('asks for every configured target, and knows no receipt for unknown words', () => {
    const source = '# T\n\n## Publication\n\n- [x] On the wiki / docs\n- [x] Told the neighbours\n- Told nobody\n'
    const found = publicationClaims(parsePostmortem(source), entries(['git', 'c0ffee1']), ['git', 'wiki'])
    expect(found.map(({ missing }) => missing)).toEqual([['wiki'], []])
  })
})
