import { describe, expect, it } from 'vitest'
import type { EvidenceBatch } from '../../evidence/fact.ts'
import type { ReadContext } from '../kit/source.ts'
import { notes } from './index.ts'

const day = '2026-11-23'
function read(text: string, context: ReadContext = { day }): EvidenceBatch {
  const result = notes.read(text, context)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
const rows = (text: string, context?: ReadContext) =>
  read(text, context).facts.map(({ at, title }) => `${new Date(at).toISOString().slice(0, 19)} ${title}`)

describe('notes', () => {
  it.each([
    ['14:03 error rate alert fired', '2026-11-23T14:03:00 error rate alert fired'],
    ['- 14:03 - error rate alert fired', '2026-11-23T14:03:00 error rate alert fired'],
    ['* **14:03** — error rate alert fired', '2026-11-23T14:03:00 error rate alert fired'],
    ['1. [14:03] error rate alert fired', '2026-11-23T14:03:00 error rate alert fired'],
    ['- [x] 14:03: error rate alert fired', '2026-11-23T14:03:00 error rate alert fired'],
    ['14:03:07 UTC error rate alert fired', '2026-11-23T14:03:07 error rate alert fired'],
    ['2026-11-22 14:03Z - error rate alert fired', '2026-11-22T14:03:00 error rate alert fired'],
    ['2026-11-22T14:03:07+09:00 error rate alert fired', '2026-11-22T05:03:07 error rate alert fired'],
    ['14:03 PST error rate alert fired', '2026-11-23T22:03:00 error rate alert fired'],
    ['2:03 pm (CET) error rate alert fired', '2026-11-23T13:03:00 error rate alert fired'],
    ['| 14:03 | error rate alert fired | chat |', '2026-11-23T14:03:00 error rate alert fired — chat'],
    ['12:03 a customer wrote to us', '2026-11-23T12:03:00 a customer wrote to us'],
    ['14:03\terror rate alert fired', '2026-11-23T14:03:00 error rate alert fired'],
  ])('reads %j', (line, expected) => {
    expect(rows(line)).toEqual([expected])
    expect(notes.recognises(line)).toBe(true)
  })

  it('takes the day from date lines and headings, and the zone from headings, sentences and the caller', () => {
    expect(rows('# 2026-11-24\n\n09:10 one\n\n**2026-11-25**\n09:11 two', {})).toEqual([
      '2026-11-24T09:10:00 one',
      '2026-11-25T09:11:00 two',
    ])
    expect(rows('Incident of 24 November 2026\n09:10 one', {})).toEqual(['2026-11-24T09:10:00 one'])
    expect(rows('## Timeline (PST)\n06:03 one')).toEqual(['2026-11-23T14:03:00 one'])
    expect(rows('All times are in CET.\n15:03 one')).toEqual(['2026-11-23T14:03:00 one'])
    expect(rows('| Time (JST) | Event |\n|---|---|\n| 23:03 | one |')).toEqual(['2026-11-23T14:03:00 one'])
    expect(rows('15:03 one\n16:00 UTC two', { day, zone: 'Europe/Berlin' })).toEqual([
      '2026-11-23T14:03:00 one',
      '2026-11-23T16:00:00 two',
    ])
  })

  it('rolls over midnight, and takes a small step back for a late note', () => {
    expect(rows('23:50 one\n23:58 two\n00:04 three\n23:59 four\n00:10 five')).toEqual([
      '2026-11-23T23:50:00 one',
      '2026-11-23T23:58:00 two',
      '2026-11-23T23:59:00 four',
      '2026-11-24T00:04:00 three',
      '2026-11-24T00:10:00 five',
    ])
    expect(rows('14:10 two\n14:03 one')).toEqual(['2026-11-23T14:03:00 one', '2026-11-23T14:10:00 two'])
  })

  it('keeps the end of a span, what stands indented below, and links', () => {
    const batch = read(
      '14:03-14:20 errors on checkout-example\n  about 5 % of requests\n14:05\nrolled back https://github.com/acme-example/checkout/pull/42',
    )
    expect(batch.facts[0]).toMatchObject({
      endAt: Date.UTC(2026, 10, 23, 14, 20),
      text: 'errors on checkout-example\nabout 5 % of requests',
      rawTime: '14:03',
    })
    expect(batch.facts[1]).toMatchObject({
      title: expect.stringMatching(/^rolled back/),
      url: 'https://github.com/acme-example/checkout/pull/42',
    })
    expect(batch.artefacts?.[0]?.kind).toBe('change')
  })

  it('keeps a line without a time as an undated note and says which line it is', () => {
    const batch = read(
      '14:03 one\nsomebody should look at the queue\n25:10 two\n2026-11-23 maintenance was planned\n14:04 three',
    )
    expect(batch.facts).toHaveLength(2)
    expect(batch.undated?.map(({ text, path }) => [path, text])).toEqual([
      ['line 2', 'somebody should look at the queue'],
      ['line 3', '25:10 two'],
      ['line 4', '2026-11-23 maintenance was planned'],
    ])
    expect(batch.problems?.map(({ path }) => path)).toEqual(['line 2', 'line 3', 'line 4'])
    expect(batch.problems?.[1]?.message).toMatch(/does not exist/)
  })

  it('never guesses a day: without one it refuses, and an unclear order stays undated', () => {
    expect(notes.read('14:03 one', {})).toMatchObject({ ok: false, refusal: { code: 'notes-without-day' } })
    expect(notes.read('14:03 one', { day: '23.11.' })).toMatchObject({ ok: false, refusal: { code: 'unknown-day' } })
    expect(notes.read('14:03 one', { day, zone: 'Nowhere/Atall' })).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-zone' },
    })
    expect(notes.read('', { day })).toMatchObject({ ok: false, refusal: { code: 'not-notes' } })
    expect(read('03/04/2026 14:03 one').undated).toHaveLength(1)
    expect(read('14:03 one\n# 2026-11-24\n14:03 two', {}).undated).toHaveLength(1)
  })

  it('F15 the same notes twice are the same facts, and a reworded line is a new one', () => {
    const text = '14:03 one\n14:04 two'
    expect(read(`${text}\n\n${text}`).facts).toEqual(read(text).facts)
    expect(read('14:03 one\n14:04 three').facts[0]?.id).toBe(read(text).facts[0]?.id)
  })

  it('F18 masks secrets, also in undated lines', () => {
    const batch = read('14:03 set password=hunter2\nthe password is hunter22x')
    expect(JSON.stringify(batch)).not.toContain('hunter2')
    expect(batch.masked).toBe(2)
  })

  it('leaves JSON and web pages to others', () => {
    expect(['{"a": "14:03 x"}', '<html>14:03 x', 'no times here', '', 7].some((value) => notes.recognises(value))).toBe(
      false,
    )
  })
})
