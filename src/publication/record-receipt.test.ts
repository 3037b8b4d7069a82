import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { readRecord } from '../record/read-record.ts'
import { textDigest } from '../record/text-digest.ts'
import { SAMPLE } from '../signoff/sample-postmortem.ts'
import { signedDigest } from '../signoff/signed-digest.ts'
import { publicationClaims } from './claims.ts'
import { indexRow } from './index-row.ts'
import { recordReceipt } from './record-receipt.ts'

const AT = Date.UTC(2026, 10, 26, 9, 0)

function recorded(text: string, recordText: string, reference = 'c0ffee1') {
  const postmortem = parsePostmortem(text)
  const result = recordReceipt({
    postmortem,
    recordText,
    target: 'git',
    configured: ['git'],
    reference,
    at: AT,
    actor: 'Ada Example',
  })
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

describe('recordReceipt', () => {
  it('writes the entry for the signed text, the tick and the receipt', () => {
    const { text, entry, recordText } = recorded(SAMPLE, '')
    expect(entry.data).toEqual({
      target: 'git',
      reference: 'c0ffee1',
      digest: signedDigest(parsePostmortem(SAMPLE)).root,
    })
    expect(entry.text).toBe(textDigest(text))
    expect(text).toContain('- [x] Linked in the wiki / `docs/postmortems/`.\n  - Receipt (git, 2026-11-26): c0ffee1\n')
    expect(readRecord(recordText).entries).toEqual([entry])
    expect(publicationClaims(parsePostmortem(text), [entry], ['git', 'all-hands'])).toMatchObject([
      { missing: ['all-hands'] },
    ])
  })

  it('changes nothing when run again, and mends a text that lost the tick', () => {
    const once = recorded(SAMPLE, '')
    expect(recorded(once.text, once.recordText)).toMatchObject({
      edits: [],
      recordText: once.recordText,
      entry: once.entry,
    })
    expect(recorded(SAMPLE, once.recordText)).toMatchObject({ text: once.text, recordText: once.recordText })
  })

  it('records a further publication of a changed text', () => {
    const once = recorded(SAMPLE, '')
    const again = recorded(once.text.replace('autumn', 'spring'), once.recordText, 'c0ffee2')
    expect(readRecord(again.recordText).entries).toHaveLength(2)
    expect(again.text).toContain(': c0ffee1\n  - Receipt (git, 2026-11-26): c0ffee2\n')
  })
})

describe('indexRow', () => {
  it('says what the text and the record say', () => {
    const { text, entry } = recorded(SAMPLE, '')
    const input = { postmortem: parsePostmortem(text), entries: [entry], requiredRoles: [], mainTarget: 'git' }
    expect(indexRow(input, 'INC-2026-11-23-001.md')).toMatchObject({
      date: '2026-11-23',
      id: 'INC-2026-11-23-001',
      severity: 'P1',
      stage: 'draft',
      openItems: 3,
      file: 'INC-2026-11-23-001.md',
    })
    expect(indexRow({ ...input, postmortem: parsePostmortem('') }, 'INC-2026-01-02-003.md')).toMatchObject({
      date: '2026-01-02',
      id: 'INC-2026-01-02-003',
      title: '',
      severity: null,
    })
  })
})
