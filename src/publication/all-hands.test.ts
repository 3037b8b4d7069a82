import { describe, expect, it } from 'vitest'
import { DAY } from '../base/instant.ts'
import { parsePostmortem } from '../document/parse.ts'
import { readRecord } from '../record/read-record.ts'
import { SAMPLE } from '../signoff/sample-postmortem.ts'
import { allHandsState, attestAllHands, scheduleAllHands } from './all-hands.ts'

const NOW = Date.UTC(2026, 10, 26, 9, 0)
const base = { postmortem: parsePostmortem(SAMPLE), recordText: '', at: NOW, actor: 'Ada Example' }
const word = { who: 'Ada Example', date: '2026-12-01', link: 'https://meet.example.com/minutes' }

function scheduled(date: string): string {
  const result = scheduleAllHands({ ...base, date })
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value.text
}

describe('all-hands', () => {
  it('is none, scheduled, overdue once its day has passed, and held once attested', () => {
    const stateOf = (text: string, now: number) => allHandsState(readRecord(text).entries, now)
    expect(stateOf('', NOW)).toEqual({ state: 'none' })
    const recordText = scheduled('2026-12-01')
    expect(stateOf(recordText, NOW)).toEqual({ state: 'scheduled', date: '2026-12-01' })
    expect(stateOf(recordText, Date.UTC(2026, 11, 1, 23, 59))).toMatchObject({ state: 'scheduled' })
    expect(stateOf(recordText, Date.UTC(2026, 11, 2))).toMatchObject({ state: 'overdue' })
    const held = attestAllHands({ ...base, ...word, recordText, at: NOW + 6 * DAY })
    expect(held).toMatchObject({
      ok: true,
      value: { entry: { data: { target: 'all-hands', note: 'discussed on 2026-12-01, attested by Ada Example' } } },
    })
    expect(held.ok && stateOf(held.value.text, NOW + 9 * DAY)).toMatchObject({ state: 'held', date: '2026-12-01' })
  })

  it('refuses an attestation before the day, or without who, when and a link', () => {
    const recordText = scheduled('2026-12-01')
    const code = (change: object) => {
      const result = attestAllHands({ ...base, ...word, recordText, at: NOW + 6 * DAY, ...change })
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(code({ at: NOW })).toBe('all-hands-to-come')
    expect(code({ at: NOW, date: '2026-11-26' })).toBe('all-hands-to-come')
    expect(code({ who: ' ' })).toBe('attestation-incomplete')
    expect(code({ link: '' })).toBe('attestation-incomplete')
    expect(code({ date: 'soon' })).toBe('attestation-incomplete')
    expect(code({ recordText: '' })).toBe('ok')
  })

  it('is not scheduled for a day that has passed or does not exist', () => {
    expect(scheduleAllHands({ ...base, date: '2026-11-25' })).toMatchObject({ refusal: { code: 'date-past' } })
    expect(scheduleAllHands({ ...base, date: '2026-02-30' })).toMatchObject({ refusal: { code: 'date-unreadable' } })
  })
})
