import { describe, expect, it } from 'vitest'
import { appendEntry } from './append-entry.ts'
import type { EntryData, Verb } from './entry.ts'
import { highestItemNumber, itemHistories } from './item-history.ts'
import { readRecord } from './read-record.ts'

const AT = Date.UTC(2026, 10, 23, 14, 3)

function entries(...steps: { [V in Verb]: [V, EntryData[V], string?] }[Verb][]) {
  let text = ''
  for (const [verb, data, actor = 'Ada Example'] of steps) {
    const result = appendEntry(text, { verb, data, actor, at: AT + text.length * 1000, documentText: '' })
    if (!result.ok) throw new Error(result.refusal.message)
    text = result.value.text
  }
  return readRecord(text).entries
}

describe('itemHistories', () => {
  it('gathers moves, proofs, verdicts and due dates of each item, however its id is written', () => {
    const histories = itemHistories(
      entries(
        ['item-added', { item: 'A2' }],
        [
          'item-transition',
          { item: 'A1', from: 'open', to: 'done', proof: { type: 'change', reference: 'c0ffee1' } },
          'Bo Sample',
        ],
        ['item-transition', { item: 'INC-2026-11-23-001#a1', from: 'done', to: 'verified', verifier: 'Cy Sample' }],
        ['effect-verdict', { item: 'A1', verdict: 'effective', after: 30 }],
        ['item-due-moved', { item: 'A2', from: '2026-12-10', to: '2026-12-20', reason: 'parts are late' }],
        ['item-due-moved', { item: 'A2', from: '2026-12-20', to: '2027-01-20', reason: 'later still' }],
      ),
    )
    expect([...histories.keys()]).toEqual(['A2', 'A1'])
    expect(histories.get('A1')).toMatchObject({
      status: 'verified',
      proofs: [{ reference: 'c0ffee1' }],
      doneBy: 'Bo Sample',
      verifiedBy: 'Cy Sample',
      verdicts: [{ verdict: 'effective', actor: 'Ada Example' }],
      firstDue: null,
    })
    expect(histories.get('A2')).toMatchObject({
      status: null,
      firstDue: '2026-12-10',
      due: '2027-01-20',
      transitions: [],
    })
  })

  it('does not take a recurrence for news about an item of its own', () => {
    expect(itemHistories(entries(['recurrence-confirmed', { earlier: 'INC-2026-01-02-001', item: 'A7' }])).size).toBe(0)
  })

  it('forgets who verified it once it is open again', () => {
    const history = itemHistories(
      entries(
        ['item-transition', { item: 'A1', from: 'open', to: 'done' }],
        ['item-transition', { item: 'A1', from: 'done', to: 'verified' }],
        ['item-transition', { item: 'A1', from: 'verified', to: 'open', reason: 'it came back' }],
      ),
    ).get('A1')
    expect(history).toMatchObject({ status: 'open', verifiedBy: null, doneBy: 'Ada Example' })
  })
})

describe('highestItemNumber', () => {
  it('counts items that are gone from the text', () => {
    expect(highestItemNumber(entries(['item-added', { item: 'A2' }], ['item-added', { item: 'P-11' }]))).toBe(11)
    expect(highestItemNumber([])).toBe(0)
  })
})
