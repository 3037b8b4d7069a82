import { describe, expect, it } from 'vitest'
import { clockTimesIn } from './clock-times.ts'

const DAY = Date.UTC(2026, 10, 23)
const told = (text: string) =>
  clockTimesIn(text, DAY).map((time) => `${time.text} ${Math.floor(time.utc / 60)}:${time.utc % 60}`)

describe('clockTimesIn', () => {
  it.each([
    ['at 14:03 and 15:10', ['14:03 14:3', '15:10 15:10']],
    ['from 14:03-15:10, 16:00 – 17:30', ['14:03 14:3', '15:10 15:10', '16:00 16:0', '17:30 17:30']],
    ['on 2026-11-23 14:03 UTC', ['2026-11-23 14:03 14:3']],
    ['2026-11-23T14:03:00+09:00', ['2026-11-23T14:03:00 5:3']],
    ['at 06:03 PST', ['06:03 14:3']],
    ['at 2:03 pm', ['2:03 14:3']],
    ['14時3分に発生', ['14時3分 14:3']],
    ['lasted 01:12, host:8080, 10.0.0.1:53, ::1:10, a 1:10 ratio, v1.2:30, 25:61', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))

  it('knows what is rough', () => {
    expect(clockTimesIn('around 14:05', DAY)[0]!.rough).toBe(true)
    expect(clockTimesIn('at 14:05', DAY)[0]!.rough).toBe(false)
  })
})
