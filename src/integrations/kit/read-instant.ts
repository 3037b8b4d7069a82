/** Reads the many ways in which vendors write a moment; placeholders such as year 1 or 1970 are no dates. */
import { DAY, type Instant, parseInstant } from '../../base/instant.ts'

const FIRST = 366 * DAY
const LAST = 253_402_300_799_999
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/**
 * The moment that a value names, or null. Text: RFC 3339 (with any number of fraction digits), `2026-11-23 14:03:00 UTC`,
 * `Mon, 23 Nov 2026 14:03:00 GMT`, or digits. Numbers: seconds, milliseconds, microseconds or nanoseconds since the
 * epoch, told apart by their size. Placeholders (year 0001, 1970-01-01) give null.
 */
export function readInstant(value: unknown): Instant | null {
  const at = typeof value === 'number' ? fromNumber(value) : typeof value === 'string' ? fromText(value) : null
  return at !== null && at >= FIRST && at <= LAST ? at : null
}

/** Whether a value stands for "no date yet": absent, zero, empty, or a moment up to the year 1970. */
export function isNoDate(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 0 || value === '0') return true
  const at = typeof value === 'number' ? fromNumber(value) : typeof value === 'string' ? fromText(value) : null
  return at !== null && at < FIRST
}

/** What to tell a person about a time that could not be read. */
export function timeProblem(value: unknown): string {
  if (value === null || value === undefined || value === '')
    return 'There is no time here; expected one such as 2026-11-23T14:03:00Z. This entry was left out.'
  const found = JSON.stringify(value)?.slice(0, 60) ?? 'nothing'
  if (isNoDate(value)) return `${found} is a placeholder, not a date; this entry was left out.`
  return `${found} cannot be read as a time; expected one such as 2026-11-23T14:03:00Z. This entry was left out.`
}

function fromNumber(value: number): Instant | null {
  if (!Number.isFinite(value)) return null
  const size = Math.abs(value)
  if (size < 1e11) return Math.floor(value * 1000 + 1e-4)
  if (size < 1e14) return Math.floor(value)
  if (size < 1e17) return Math.floor(value / 1e3)
  return Math.floor(value / 1e6)
}

function fromText(value: string): Instant | null {
  const text = value.trim().slice(0, 80)
  if (/^\d{9,19}$/.test(text)) return fromNumber(Number(text))
  const decimal = /^(\d{9,10})\.(\d{1,9})$/.exec(text)
  if (decimal) return Number(decimal[1]) * 1000 + Number(decimal[2]?.padEnd(3, '0').slice(0, 3))
  const plain = text.replace(/(\.\d{9})\d{1,20}/, '$1').replace(/ (?:UTC|GMT)$/, 'Z')
  return parseInstant(plain.replace(/ ([+-]\d{2}:?\d{2})Z?$/, '$1')) ?? fromMail(text)
}

function fromMail(text: string): Instant | null {
  const match = /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) (GMT|UTC|[+-]\d{4})$/.exec(
    text,
  )
  if (!match) return null
  const [, day = '', month = '', year, clock, zone = ''] = match
  const number = MONTHS.indexOf(month) / 3 + 1
  if (!Number.isInteger(number) || number < 1) return null
  const offset = zone.startsWith('+') || zone.startsWith('-') ? zone : 'Z'
  return parseInstant(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${clock}${offset}`)
}
