import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../base/edit.ts'
import { DAY } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import { sampleRuns } from '../base/sample-runs.ts'
import { parsePostmortem } from '../document/parse.ts'
import { ITEM_STATUSES } from '../record/entry-data.ts'
import { readRecord } from '../record/read-record.ts'
import { SAMPLE } from '../signoff/sample-postmortem.ts'
import { signPostmortem } from '../signoff/sign.ts'
import { signedDigest } from '../signoff/signed-digest.ts'
import { type ItemState, itemStates, itemsGone } from './item-state.ts'
import { moveDue } from './move-due.ts'
import { nextItemId } from './next-item-id.ts'
import { overdueItems } from './overdue.ts'
import { recordEffect } from './record-effect.ts'
import { type TransitionItemRequest, transitionItem } from './transition-item.ts'

const AT = Date.UTC(2026, 10, 26, 9, 0)
const proof = { type: 'change', reference: 'https://git.example.com/shop/commit/c0ffee1' } as const

interface Pair {
  readonly text: string
  readonly recordText: string
}

const start: Pair = { text: SAMPLE, recordText: '' }

function request({ text, recordText }: Pair, change: Partial<TransitionItemRequest>): TransitionItemRequest {
  return {
    postmortem: parsePostmortem(text),
    recordText,
    item: 'A1',
    to: 'done',
    at: AT,
    actor: 'Bo Sample',
    proof,
    ...change,
  }
}

function moved(pair: Pair, change: Partial<TransitionItemRequest> = {}): Pair {
  const result = transitionItem(request(pair, change))
  if (!result.ok) throw new Error(result.refusal.message)
  expect(applyEdits(pair.text, result.value.edits)).toEqual({ ok: true, value: result.value.text })
  return result.value
}

const refused = (pair: Pair, change: Partial<TransitionItemRequest>) => {
  const result = transitionItem(request(pair, change))
  return result.ok ? 'ok' : result.refusal.code
}

function stateOf({ text, recordText }: Pair, key = 'A1'): ItemState {
  return itemStates(parsePostmortem(text), readRecord(recordText).entries).find((state) => state.key === key)!
}

const row = ({ text }: Pair, id = 'A1') => text.split('\n').find((line) => line.startsWith(`| ${id} `))

describe('transitionItem', () => {
  it('writes the status and the proof into the cells and the entry into the record', () => {
    const done = moved(start)
    expect(row(done)).toBe(
      '| A1 | Alert on pool use above 80 % | Bo Sample | SHOP-12 | 2026-12-15 | done | https://git.example.com/shop/commit/c0ffee1 | |',
    )
    expect(done.text.replace(row(done)!, '')).toBe(SAMPLE.replace(row(start)!, ''))
    expect(readRecord(done.recordText).entries).toMatchObject([
      { verb: 'item-transition', data: { item: 'A1', from: 'open', to: 'done', proof }, actor: 'Bo Sample' },
    ])
    expect(stateOf(done)).toMatchObject({ status: 'done', claim: null, textDiffers: false, proof, doneBy: 'Bo Sample' })
  })

  it('keeps the author’s way of writing, and fills a blank cell', () => {
    expect(row(moved(start, { item: 'a2' }), 'A2')).toContain('| **done** | notes | pending |')
    const left = {
      item: 'A3',
      to: "won't do",
      reason: 'switched off in March',
      acceptedBy: 'Bo Sample',
      until: '2027-03-31',
    } as const
    expect(row(moved(start, { ...left, proof: undefined }), 'A3')).toContain("| 2026-12-20 | won't do |  |  |")
    for (const [old, fresh] of [
      ['OPEN', 'DONE'],
      ['Open', 'Done'],
      ['`open`', '`done`'],
      ['Open: waits for parts', 'Done: waits for parts'],
      ['⏳ not yet', 'done'],
      ['未着手', 'done'],
    ])
      expect(row(moved({ ...start, text: SAMPLE.replace('| open |', `| ${old} |`) }))).toContain(`| ${fresh} |`)
  })

  it('asks what the table demands, from the status by the record', () => {
    expect(refused(start, { proof: undefined })).toBe('proof-missing')
    expect(refused(start, { proof: { type: 'other', reference: 'SHOP-12' } })).toBe('ticket-is-no-proof')
    expect(refused(start, { to: 'verified' })).toBe('transition-unknown')
    const claimed = { ...start, text: SAMPLE.replace('| open |', '| done |') }
    expect(refused(claimed, { to: 'verified', actor: 'Cy Sample' })).toBe('transition-unknown')
    const done = moved(claimed, { actor: 'Cy Sample' })
    expect(done.text).toBe(claimed.text)
    expect(refused(done, { to: 'verified' })).toBe('verifier-is-owner')
    expect(refused(done, { to: 'verified', actor: 'Cy Sample' })).toBe('verifier-marked-done')
    const seen = moved(done, { to: 'verified', actor: 'Ada Example', proof: undefined })
    expect(stateOf(seen)).toMatchObject({ status: 'verified', verifiedBy: 'Ada Example', effect: 'pending', proof })
  })

  it('refuses items that are unknown, elsewhere, double, or without an id of their own', () => {
    expect(refused(start, { item: 'A9' })).toBe('item-unknown')
    expect(refused(start, { item: 'INC-2026-11-23-002#A1' })).toBe('item-elsewhere')
    expect(refused(start, { item: 'INC-2026-11-23-001#A1' })).toBe('ok')
    expect(refused({ ...start, text: SAMPLE.replace('| A2 |', '| A1 |') }, {})).toBe('item-ambiguous')
    expect(refused({ ...start, text: '# T\n\n## Action items\n\n- Do this (owner: Bo Sample)\n' }, {})).toBe(
      'item-without-id',
    )
  })

  it('moves an item without a status cell in the record only', () => {
    const text = '# T\n\n## Action items\n\n| ID | Description |\n|---|---|\n| A1 | Do this |\n'
    const done = moved({ text, recordText: '' })
    expect(done.text).toBe(text)
    expect(stateOf(done).status).toBe('done')
  })

  it('ticks the box of a bullet', () => {
    const text = '# T\n\n## Action items\n\n- [ ] **A1**: Do this (owner: Bo Sample)\n'
    const done = moved({ text, recordText: '' })
    expect(done.text).toBe(text.replace('[ ]', '[x]'))
    expect(signedDigest(parsePostmortem(done.text))).toEqual(signedDigest(parsePostmortem(text)))
  })

  it('never changes what is signed, whatever the cell held', () => {
    const cells = fc.stringMatching(/^[A-Za-z0-9 .:*_`()#-]{0,16}$/)
    fc.assert(
      fc.property(cells, fc.constantFrom<ItemStatus>('in progress', 'done'), (cell, to) => {
        const text = SAMPLE.replace('| open |', () => `|${cell}|`)
        const after = moved({ text, recordText: '' }, { to })
        expect(signedDigest(parsePostmortem(after.text))).toEqual(signedDigest(parsePostmortem(SAMPLE)))
        expect(stateOf(after)).toMatchObject({ status: to, claim: null })
      }),
      { numRuns: sampleRuns(200) },
    )
  })
})

describe('itemStates', () => {
  it('shows a status without its entry as a claim and counts it as open', () => {
    for (const claim of ITEM_STATUSES.filter((status) => status !== 'open')) {
      const text = SAMPLE.replace('| open |', `| ${claim} |`)
      expect(stateOf({ text, recordText: '' })).toMatchObject({ status: 'open', claim, textDiffers: true })
    }
    expect(stateOf(start)).toMatchObject({
      status: 'open',
      claim: null,
      textDiffers: false,
      ref: 'INC-2026-11-23-001#A1',
    })
  })

  it('does not take a text that lags behind for a claim', () => {
    const { recordText } = moved(start)
    expect(stateOf({ text: SAMPLE, recordText })).toMatchObject({ status: 'done', claim: null, textDiffers: true })
  })

  it('knows items that are gone, and never gives their ids again', () => {
    const { recordText } = moved(start, { item: 'A3' })
    const text = SAMPLE.split('\n')
      .filter((line) => !line.startsWith('| A3'))
      .join('\n')
    const { entries } = readRecord(recordText)
    expect(itemsGone(parsePostmortem(text), entries)).toEqual(['A3'])
    expect(nextItemId(parsePostmortem(text), entries)).toBe('A4')
    expect(nextItemId(parsePostmortem(text), [])).toBe('A3')
    expect(nextItemId(parsePostmortem(SAMPLE.replace(/\| A(\d)/g, '| P-$1')), [])).toBe('P-4')
    expect(nextItemId(parsePostmortem(''), [])).toBe('A1')
  })
})

describe('moveDue', () => {
  const move = (pair: Pair, to: string, change = {}) =>
    moveDue({
      postmortem: parsePostmortem(pair.text),
      recordText: pair.recordText,
      item: 'A1',
      to,
      reason: 'parts are late',
      at: AT,
      actor: 'Bo Sample',
      ...change,
    })

  it('writes the day while nobody has signed, and remembers the first', () => {
    const once = move(start, '2027-01-15')
    const twice = once.ok ? move(once.value, '2027-02-15') : once
    expect(twice.ok && row(twice.value)).toContain('| 2027-02-15 | open |')
    expect(twice.ok && stateOf(twice.value)).toMatchObject({ due: '2027-02-15', firstDue: '2026-12-15' })
  })

  it('leaves a signed text alone', () => {
    const signed = signPostmortem({
      postmortem: parsePostmortem(SAMPLE),
      recordText: '',
      role: 'Incident Commander',
      name: 'Ada Example',
      date: '2026-11-25',
      at: AT,
      actor: 'Ada Example',
      gateFindings: [],
    })
    if (!signed.ok) throw new Error(signed.refusal.message)
    const later = move(signed.value, '2027-01-15')
    expect(later).toMatchObject({ ok: true, value: { edits: [], text: signed.value.text } })
    expect(later.ok && stateOf(later.value)).toMatchObject({ due: '2027-01-15', firstDue: '2026-12-15' })
  })

  it('needs a reason, a day, another day, and an item still to be done', () => {
    expect(move(start, '2027-01-15', { reason: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(move(start, 'soon')).toMatchObject({ refusal: { code: 'date-unreadable' } })
    expect(move(start, '2026-12-15')).toMatchObject({ refusal: { code: 'due-unchanged' } })
    expect(move(moved(start), '2027-01-15')).toMatchObject({ refusal: { code: 'item-closed' } })
    expect(move({ ...start, text: SAMPLE.replace('2026-12-15', 'soon') }, '2027-01-15')).toMatchObject({
      refusal: { code: 'due-missing' },
    })
  })
})

describe('recordEffect', () => {
  const verified = moved(moved(start), { to: 'verified', actor: 'Ada Example', proof: undefined })
  const effect = (pair: Pair, days: number, change = {}) =>
    recordEffect({
      postmortem: parsePostmortem(pair.text),
      recordText: pair.recordText,
      item: 'A1',
      verdict: 'effective',
      after: 30,
      at: AT + days * DAY,
      actor: 'Cy Sample',
      ...change,
    })

  it('writes the verdict into cell and record once the day has come', () => {
    expect(effect(verified, 29)).toMatchObject({ refusal: { code: 'effect-too-early' } })
    const seen = effect(verified, 30)
    expect(seen.ok && row(seen.value)).toMatch(/\| effective \|$/)
    expect(seen.ok && stateOf(seen.value)).toMatchObject({
      effect: 'effective',
      effectChecks: [{ after: 90, day: '2027-02-24' }],
    })
    expect(effect(start, 30)).toMatchObject({ refusal: { code: 'not-verified' } })
  })

  it('starts anew when the item was opened again', () => {
    const seen = effect(verified, 30, { verdict: 'ineffective' })
    if (!seen.ok) throw new Error(seen.refusal.message)
    const later = { at: AT + 31 * DAY }
    const again = moved(moved(moved(seen.value, { ...later, to: 'open', reason: 'it came back' }), later), {
      at: AT + 32 * DAY,
      to: 'verified',
      actor: 'Ada Example',
    })
    expect(stateOf(again)).toMatchObject({ effect: 'pending', effectChecks: [{ after: 30 }, { after: 90 }] })
  })
})

describe('overdueItems', () => {
  const on = (pair: Pair, day: string) =>
    overdueItems(itemStates(parsePostmortem(pair.text), readRecord(pair.recordText).entries), day).map(
      ({ ref, what, days }) => [ref.slice(-2), what, days],
    )

  it('is late from the day after, the latest first; claims do not help', () => {
    expect(on(start, '2026-12-15')).toEqual([])
    expect(on({ ...start, text: SAMPLE.replace('| open |', '| done |') }, '2026-12-21')).toEqual([
      ['A1', 'due', 6],
      ['A3', 'due', 1],
    ])
    expect(on(moved(start), '2026-12-16')).toEqual([])
  })

  it('names risks whose acceptance has ended, and effects that nobody looked at', () => {
    const left = moved(start, { to: "won't do", reason: 'r', acceptedBy: 'Bo Sample', until: '2026-12-01' })
    expect(on(left, '2026-12-02')).toEqual([['A1', 'acceptance', 1]])
    const verified = moved(moved(start), { to: 'verified', actor: 'Ada Example' })
    expect(on(verified, '2026-12-28')).toContainEqual(['A1', 'effect', 2])
  })
})
