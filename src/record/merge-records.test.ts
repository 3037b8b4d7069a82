import { describe, expect, it } from 'vitest'
import { appendEntry } from './append-entry.ts'
import { mergeRecords } from './merge-records.ts'
import { readRecord } from './read-record.ts'

const START = Date.UTC(2026, 10, 23, 14, 0)

function note(text: string, words: string, minutes: number): string {
  const at = START + minutes * 60_000
  const result = appendEntry(text, {
    verb: 'review-opened',
    data: { note: words },
    actor: 'Ada Example',
    at,
    documentText: '',
  })
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value.text
}

function move(text: string, item: string, minutes: number): string {
  const at = START + minutes * 60_000
  const data = { item, from: 'open', to: 'in progress' } as const
  const result = appendEntry(text, { verb: 'item-transition', data, actor: 'Bo Sample', at, documentText: '' })
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value.text
}

const notes = (text: string) =>
  readRecord(text).entries.map((entry) => (entry.verb === 'review-opened' ? entry.data.note : entry.verb))

describe('mergeRecords', () => {
  const base = note('', 'base', 0)
  const ours = note(note(base, 'ours 5', 5), 'ours 20', 20)
  const theirs = note(note(base, 'theirs 10', 10), 'theirs 30', 30)

  it('makes one sound chain of two branches, ordered by time, the common lines untouched', () => {
    const merged = mergeRecords(ours, theirs)
    expect(merged).toMatchObject({ ok: true, value: { common: 1, ours: 2, theirs: 2, conflicts: [] } })
    const text = merged.ok ? merged.value.text : ''
    expect(text.startsWith(base)).toBe(true)
    expect(readRecord(text).problems).toEqual([])
    expect(notes(text)).toEqual(['base', 'ours 5', 'theirs 10', 'ours 20', 'theirs 30'])
  })

  it('gives the same text from either side, and again', () => {
    const one = mergeRecords(ours, theirs)
    expect(mergeRecords(theirs, ours).ok && mergeRecords(theirs, ours)).toMatchObject({
      value: { text: one.ok && one.value.text },
    })
    const again = one.ok ? mergeRecords(one.value.text, theirs) : one
    expect(again).toMatchObject({ value: { text: one.ok && one.value.text, theirs: 0 } })
  })

  it('takes the longer one where the other only stands still', () => {
    expect(mergeRecords(base, ours)).toMatchObject({ value: { text: ours, ours: 0, theirs: 2 } })
    expect(mergeRecords(ours, base)).toMatchObject({ value: { text: ours, ours: 2, theirs: 0 } })
    expect(mergeRecords('', ours)).toMatchObject({ value: { text: ours } })
  })

  it('names an item that both moved', () => {
    const merged = mergeRecords(move(base, 'A1', 1), move(move(base, 'A2', 2), 'a1', 3))
    expect(merged).toMatchObject({ value: { conflicts: [{ about: 'item A1' }] } })
  })

  it('keeps verbs and fields that this version does not know', () => {
    const strange =
      '{"id":"x","at":"2026-11-23T14:01:00Z","actor":"Cy","verb":"sung","data":{"song":1},"text":"t","previous":"p","tune":"A"}\n'
    const merged = mergeRecords(base + strange, ours)
    const text = merged.ok ? merged.value.text : ''
    expect(text).toContain('"tune":"A"')
    expect(readRecord(text).problems.map((problem) => problem.code)).toEqual(['unknown-verb'])
  })

  it('refuses a branch with a line that cannot be read, and names it', () => {
    expect(mergeRecords(ours, `${theirs}{"cut`)).toMatchObject({
      ok: false,
      refusal: { code: 'record-unreadable', where: { line: 4 } },
    })
  })
})
