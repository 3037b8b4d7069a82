import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRuns } from '../base/sample-runs.ts'
import { parsePostmortem } from '../document/parse.ts'
import { changedSections } from './changed-sections.ts'
import { livingParts } from './living-parts.ts'
import { SAMPLE } from './sample-postmortem.ts'
import { signedDigest } from './signed-digest.ts'
import { signedText } from './signed-text.ts'

const digestOf = (source: string) => signedDigest(parsePostmortem(source))
const SIGNED = digestOf(SAMPLE)

function replaced(...changes: [string, string][]): string {
  return changes.reduce((text, [old, fresh]) => {
    if (!text.includes(old)) throw new Error(`no "${old}"`)
    return text.replace(old, () => fresh)
  }, SAMPLE)
}

describe('what is living', () => {
  it.each<[string, [string, string][]]>([
    ['a status', [['| open |', '| done |']]],
    ['a status without blanks around it', [['| open |', '|verified|']]],
    ['a blank status', [['2026-12-20 |  |', "2026-12-20 | won't do |"]]],
    ['a status with a pipe', [['| open |', '| open \\| waits |']]],
    ['a ticket', [['SHOP-12', '[SHOP-13](https://tickets.example.com/13)']]],
    ['a blank ticket', [['Cy Sample | |', 'Cy Sample | SHOP-14 |']]],
    ['a placeholder ticket', [['\\<ticket-id\\>', 'SHOP-15']]],
    ['a proof', [['| notes |', '| c0ffee1 |']]],
    ['an effect', [['pending', 'effective']]],
    ['a proof taken away', [['| notes |', '| |']]],
    ['a tick', [['- [ ] Posted', '- [x] Posted']]],
    ['a tick taken away', [['- [x] Discussed', '- [ ] Discussed']]],
    ['a tick at a plain bullet', [['- Action items added', '- [x] Action items added']]],
    ['a box taken away', [['- [ ] Posted', '- Posted']]],
    [
      'a receipt',
      [['- [ ] Posted in `#shop-status`.', '- [x] Posted in `#shop-status`.\n  - Receipt: https://chat.example.com/1']],
    ],
    [
      'a receipt of two bullets',
      [['`docs/postmortems/`.', '`docs/postmortems/`.\n  - git c0ffee1\n\n  - wiki page 7\n    with more words']],
    ],
    ['another receipt', [['https://meet.example.com/2026-12-01', 'moved to 2027']]],
    ['no receipt', [['\n  - https://meet.example.com/2026-12-01', '']]],
    ['a receipt at the last entry', [['project board.', 'project board.\n  - https://board.example.com/3  ']]],
    ['a name and a date', [['| Ada Example | YYYY-MM-DD |', '| Bo Sample | 2026-11-25 |']]],
    [
      'a column Signature',
      [
        ['| Role | Name | Date |\n|---|---|---|', '| Role | Name | Date | Signature |\n|---|---|---|---|'],
        ['| Ada Example | YYYY-MM-DD |', '| Ada Example | 2026-11-25 | 0123456789abcdef |'],
      ],
    ],
    ['a row', [['| (Optional) CTO |', '| Team Lead | Di Sample | 2026-11-25 |\n| (Optional) CTO |']]],
    ['no table', [[SAMPLE.slice(SAMPLE.indexOf('\n\n| Role'), SAMPLE.indexOf('\n\n---')), '']]],
  ])('%s', (_, changes) => expect(digestOf(replaced(...changes))).toEqual(SIGNED))

  it('line endings and a byte order mark', () => {
    expect(digestOf(SAMPLE.replaceAll('\n', '\r\n'))).toEqual(SIGNED)
    expect(digestOf(SAMPLE.replaceAll('\n', '\r'))).toEqual(SIGNED)
    expect(digestOf(`\ufeff${SAMPLE}`)).toEqual(SIGNED)
  })
})

describe('what is not living', () => {
  it.each<[string, [string, string][], string[]]>([
    ['the title', [['Checkout answered', 'Orders answered']], ['title']],
    ['the metadata', [['**Severity:** P1', '**Severity:** P2']], ['metadata']],
    ['a description', [['above 80 %', 'above 90 %']], ['action-items']],
    ['an owner', [['| Bo Sample |', '| Di Sample |']], ['action-items']],
    ['a due date', [['2026-12-15', '2026-12-16']], ['action-items']],
    ['the name of a column', [['| Status |', '| State |']], ['action-items']],
    [
      'a new item',
      [['\n\n**Target', '\n| A4 | Rest | Ada Example | | 2027-01-01 | open | | |\n\n**Target']],
      ['action-items'],
    ],
    ['words of an entry', [['Posted in', 'Shown in']], ['publication']],
    ['a new entry', [['- Action items added', '- [ ] Sent to the tenants.\n- Action items added']], ['publication']],
    ['words about signing', [['## Sign-off\n', '## Sign-off\n\nAll sign.\n']], ['sign-off']],
    ['the note on blamelessness', [['names systems', 'names few']], ['sign-off']],
    [
      'a section more',
      [['## Lessons', '## Appendix: raw notes\n\nNone.\n\n## Lessons']],
      ['Appendix: raw notes (added)'],
    ],
    [
      'a section less',
      [[SAMPLE.slice(SAMPLE.indexOf('## Lessons'), SAMPLE.indexOf('## Publication')), '']],
      ['lessons (removed)'],
    ],
    [
      'two changes',
      [
        ['212 orders failed', '2 orders failed'],
        ['the autumn sale', 'the sale'],
      ],
      ['impact', 'root-cause'],
    ],
  ])('%s', (_, changes, sections) => {
    const now = digestOf(replaced(...changes))
    expect(now.root).not.toBe(SIGNED.root)
    expect(changedSections(SIGNED, now)).toEqual(sections)
  })

  it('sections that changed places', () => {
    const lessons = SAMPLE.slice(SAMPLE.indexOf('## Lessons'), SAMPLE.indexOf('## Publication'))
    const moved = digestOf(SAMPLE.replace(lessons, '').replace('## Impact', `${lessons}## Impact`))
    expect(changedSections(SIGNED, moved)).toEqual(['order of the sections'])
  })

  it('a text that writes the placeholder itself', () => {
    const forged = digestOf(
      replaced(['The pool was sized', `The pool was${signedText(parsePostmortem('- x')).slice(2)} sized`]),
    )
    expect(forged.root).not.toBe(SIGNED.root)
    const cell = replaced(['| Bo Sample |', '|\0living|'])
    expect(digestOf(cell).root).not.toBe(digestOf(replaced(['| Bo Sample |', '|\0\0living|'])).root)
  })
})

describe('properties', () => {
  const parts = livingParts(parsePostmortem(SAMPLE))
  const cells = parts.filter((part) => part.kind === 'cell')
  const cellWords = fc.stringMatching(/^[A-Za-z0-9 .:/#()[\]_*`é世-]{0,24}$/)

  it('filling any cells with any words never changes the digest', () => {
    fc.assert(
      fc.property(fc.array(cellWords, { minLength: cells.length, maxLength: cells.length }), (words) => {
        let text = SAMPLE
        for (let index = cells.length - 1; index >= 0; index--)
          text = `${text.slice(0, cells[index]!.from)} ${words[index]} ${text.slice(cells[index]!.to)}`
        expect(digestOf(text)).toEqual(SIGNED)
      }),
    )
  })

  it('ticking and receipting any entries never changes the digest', () => {
    const part = fc.constantFrom('a', '/', '%7C', '~', '_', '*', "'", '(', ')', '@', ':', '-')
    const url = fc.tuple(fc.domain(), fc.array(part)).map(([domain, path]) => `https://${domain}/${path.join('')}`)
    const entry = fc.record({ ticked: fc.boolean(), receipts: fc.array(url, { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 3, maxLength: 3 }), (entries) => {
        let index = 0
        const bare = SAMPLE.replace('  - https://meet.example.com/2026-12-01\n', '')
        const text = bare.replace(/^- \[[ x]\] (.*)$/gm, (_, words: string) => {
          const { ticked, receipts } = entries[index++]!
          return [`- [${ticked ? 'x' : ' '}] ${words}`, ...receipts.map((url) => `  - ${url}`)].join('\n')
        })
        expect(digestOf(text)).toEqual(SIGNED)
      }),
    )
  })

  it('changing any other character always changes the digest', () => {
    const outside = [...SAMPLE].flatMap((_, at) => (parts.some((part) => at >= part.from && at < part.to) ? [] : [at]))
    const other = fc.constantFrom('x', 'Q', '7', '-', '|', '#', ' ', '[', '>', '*', '`', '\n', '\\', '\0', 'é')
    fc.assert(
      fc.property(fc.constantFrom(...outside), other, (at, character) => {
        fc.pre(SAMPLE[at] !== character)
        expect(digestOf(SAMPLE.slice(0, at) + character + SAMPLE.slice(at + 1)).root).not.toBe(SIGNED.root)
      }),
      { numRuns: sampleRuns(600) },
    )
    fc.assert(
      fc.property(fc.constantFrom(...outside), (at) => {
        expect(digestOf(SAMPLE.slice(0, at) + SAMPLE.slice(at + 1)).root).not.toBe(SIGNED.root)
      }),
      { numRuns: sampleRuns(300) },
    )
  })

  it('holds for texts of any shape: sections hold every character, and each outside the living parts counts', () => {
    const lines = fc.array(fc.constantFrom(...SAMPLE.split('\n')), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom('x', '|', '-', '#', '\n'), (chosen, nat, character) => {
        const source = chosen.join('\n')
        const postmortem = parsePostmortem(source)
        const living = livingParts(postmortem)
        const at = nat % (source.length + 1)
        fc.pre(at < source.length && source[at] !== character)
        fc.pre(!living.some((part) => at >= part.from && at < part.to))
        const signed = signedDigest(postmortem)
        const now = digestOf(source.slice(0, at) + character + source.slice(at + 1))
        expect(now.root).not.toBe(signed.root)
        expect(changedSections(signed, now)).not.toEqual([])
        expect(changedSections(signed, now)).not.toEqual(['order of the sections'])
      }),
      { numRuns: sampleRuns(400) },
    )
  })
})
