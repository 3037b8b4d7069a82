/** Moments in time: milliseconds since 1970-01-01T00:00:00Z, always UTC. */

/** A moment: integer milliseconds since the epoch, UTC. */
export type Instant = number

const MINUTE = 60_000
/** One day in milliseconds. */
export const DAY = 24 * 60 * MINUTE
/** One hour in milliseconds. */
export const HOUR = 60 * MINUTE

/** `2026-11-23T14:03:00Z`, without fractions of a second. */
export function formatInstant(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** `2026-11-23`: the UTC day of a moment. */
export function utcDay(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** `14:03`, or `14:03:07` where the seconds are not zero; UTC. */
export function utcClock(at: Instant): string {
  const clock = new Date(at).toISOString().slice(11, 19)
  return clock.endsWith(':00') ? clock.slice(0, 5) : clock
}

/** Reads an RFC 3339 moment or a plain UTC day; null where the text is neither or the day does not exist. */
export function parseInstant(text: string): Instant | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text.trim(),
    )
  if (!match) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = match
  const dayStart = instantOfDay(Number(year), Number(month), Number(day))
  if (dayStart === null || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null
  if (Number(hour) === 24 && Number(minute) + Number(second) > 0) return null
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000)
  const local = dayStart + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1000 + milliseconds
  return local - zoneOffset(zone)
}

/** The first moment of a UTC day; null where the calendar has no such day. Months count from 1. */
export function instantOfDay(year: number, month: number, day: number): Instant | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null
}

function zoneOffset(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const sign = zone[0] === '-' ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * HOUR + Number(zone.slice(-2)) * MINUTE)
}
