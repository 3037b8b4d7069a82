import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { readRecord } from '../record/read-record.ts'
import { nextItemId } from './next-item-id.ts'
import { recordItems } from './record-items.ts'

const text = '# Checkout\n\n## Action items\n\n| ID | Description |\n|---|---|\n| A1 | Alert |\n| A2 | Runbook |\n'
const who = { actor: 'Ada Example', at: Date.UTC(2026, 10, 23) }

describe('items on record', () => {
  it('are there once each, and their ids are not given again after they were deleted', () => {
    const postmortem = parsePostmortem(text)
    const once = recordItems({ postmortem, recordText: '', ...who })
    if (!once.ok) throw new Error(once.refusal.message)
    const { entries } = readRecord(once.value)
    expect(entries.map(({ verb, data }) => [verb, data])).toEqual([
      ['item-added', { item: 'A1' }],
      ['item-added', { item: 'A2' }],
    ])
    expect(recordItems({ postmortem, recordText: once.value, ...who })).toEqual({ ok: true, value: once.value })
    const without = parsePostmortem(text.replace('| A2 | Runbook |\n', ''))
    expect(nextItemId(without, entries)).toBe('A3')
  })
})
