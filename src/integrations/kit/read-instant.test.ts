import { describe, expect, it } from 'vitest'
import { isNoDate, readInstant } from './read-instant.ts'

const AT = Date.UTC(2026, 10, 23, 14, 3, 7)

describe('readInstant', () => {
  it.each([
    ['seconds', AT / 1000],
    ['milliseconds', AT],
    ['microseconds', AT * 1000],
    ['nanoseconds', AT * 1e6],
    ['seconds as text', String(AT / 1000)],
    ['a chat time stamp', `${AT / 1000}.000200`],
    ['RFC 3339', '2026-11-23T14:03:07Z'],
    ['nine and more fraction digits', '2026-11-23T14:03:07.000000000123Z'],
    ['an offset', '2026-11-23T06:03:07-08:00'],
    ['an offset without a colon', '2026-11-23T06:03:07-0800'],
    ['UTC as a word', '2026-11-23 14:03:07 UTC'],
    ['a Go time', '2026-11-23 14:03:07 +0000 UTC'],
    ['a mail date', 'Mon, 23 Nov 2026 14:03:07 GMT'],
  ])('F16 reads %s', (_, value) => {
    expect(readInstant(value)).toBe(AT)
  })

  it.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', 0, '0', '', null, undefined, -62_135_596_800])(
    'F16 takes %s for "not ended", never for a date',
    (value) => {
      expect(readInstant(value)).toBeNull()
      expect(isNoDate(value)).toBe(true)
    },
  )

  it.each(['yesterday', '2026-02-30T10:00:00Z', '14:03', true, {}, Number.NaN, Number.POSITIVE_INFINITY])(
    'gives null for %s',
    (value) => {
      expect(readInstant(value)).toBeNull()
    },
  )
})
