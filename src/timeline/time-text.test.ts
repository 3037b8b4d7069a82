import { describe, expect, it } from 'vitest'
import { dateIn, dayInHeading, timeTextAt } from './time-text.ts'

/** `2026-05-03 14:03:00`, with `?` for what is not named. */
function read(text: string): string | null {
  const time = timeTextAt(text)
  if (!time) return null
  const { date, clock } = time
  const day = date ? `${date.year ?? '????'}-${two(date.month)}-${two(date.day)}` : '?'
  return `${day} ${clock ? `${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}` : '?'}`
}

const two = (value: number) => String(value).padStart(2, '0')

describe('timeTextAt', () => {
  it.each([
    ['14:03 words', '? 14:03:00'],
    ['14:03:07.250 words', '? 14:03:07'],
    ['**14:03** words', '? 14:03:00'],
    ['`14:03` words', '? 14:03:00'],
    ['[14:03] words', '? 14:03:00'],
    ['~14:03 words', '? 14:03:00'],
    ['around 14:03 words', '? 14:03:00'],
    ['2:03 PM words', '? 14:03:00'],
    ['2:03pm words', '? 14:03:00'],
    ['12:30 a.m. words', '? 00:30:00'],
    ['1: 55 PM words', '? 13:55:00'],
    ['1403z words', '? 14:03:00'],
    ['03/May/26 2:03 PM words', '2026-05-03 14:03:00'],
    ['15h : mots', '? 15:00:00'],
    ['2pm words', '? 14:00:00'],
    ['11.55 PM words', '? 23:55:00'],
    ['1:15 - 1:40 PM words', '? 13:15:00'],
    ['13.20 UTC words', '? 13:20:00'],
    ['14h03 words', '? 14:03:00'],
    ['14:03 Uhr words', '? 14:03:00'],
    ['1403 UTC words', '? 14:03:00'],
    ['14時3分 検知', '? 14:03:00'],
    ['午後2時 検知', '? 14:00:00'],
    ['🔴 **14:03 UTC** words', '? 14:03:00'],
    ['• 14:03 words', '? 14:03:00'],
    ['2026-05-03T14:03:00Z words', '2026-05-03 14:03:00'],
    ['2026‑05‑03 14:03 words', '2026-05-03 14:03:00'],
    ['2026/5/3 14:03 words', '2026-05-03 14:03:00'],
    ['03.05.2026 14:03 words', '2026-05-03 14:03:00'],
    ['May 3, 2026, 2:03 PM words', '2026-05-03 14:03:00'],
    ['3rd May 2026 at 14:03 words', '2026-05-03 14:03:00'],
    ['Sunday, May 3rd 14:03 words', '????-05-03 14:03:00'],
    ['May 3: words', '????-05-03 ?'],
    ['2026 May 3: words', '2026-05-03 ?'],
    ['05-03 14:03 words', '????-05-03 14:03:00'],
    ['14:03 UTC on 3 May 2026', '2026-05-03 14:03:00'],
    ['14:03 UTC (May 3) words', '????-05-03 14:03:00'],
    ['2026年5月3日 14:03', '2026-05-03 14:03:00'],
    ['5月3日 words', '????-05-03 ?'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each(['words', 'HH:MM words', '3 engineers', 'T+5m', 'Maybe 14', 'v1.2.3 rolled out', '10 % of users'])(
    'finds no time in %j',
    (text) => {
      expect(read(text)).toBeNull()
    },
  )

  it('says that a day or time does not exist', () => {
    expect(timeTextAt('2026-02-30 10:00 words')).toMatchObject({ impossible: true, date: null })
    expect(timeTextAt('25:10 words')).toMatchObject({ impossible: true, clock: null })
  })

  it('tells the end of a range from an offset', () => {
    expect(timeTextAt('13:40-13:45 words')?.zone).toBeNull()
    expect(timeTextAt('13:40-13:45 CEST words')?.zone).toEqual({ offset: 120 })
    expect(timeTextAt('2026-05-03T13:40-05:00 words')?.zone).toEqual({ offset: -300 })
    expect(timeTextAt('13:40-05:00 words')?.zone).toEqual({ offset: -300 })
  })

  it('marks the days that may be read two ways', () => {
    expect(timeTextAt('3/4/2026')?.date).toEqual({ year: 2026, month: 3, day: 4, swappable: true })
    expect(timeTextAt('13/4/2026')?.date).toEqual({ year: 2026, month: 4, day: 13, swappable: false })
  })

  it('bounds the words of the time', () => {
    const text = '**14:03 UTC** — words'
    const time = timeTextAt(text)!
    expect(text.slice(time.from, time.to)).toBe('14:03 UTC')
  })
})

describe('dateIn and dayInHeading', () => {
  it('find the day in words', () => {
    expect(dateIn('The outage of May 3,2026 and what came of it')).toMatchObject({ year: 2026, month: 5, day: 3 })
    expect(dateIn('No day at all')).toBeNull()
    expect(dayInHeading('Outage on 20th December')).toMatchObject({ year: null, month: 12, day: 20 })
    expect(dayInHeading('Timeline')).toBeNull()
  })
})
