/** Keeps the day and the zone while notes are read line by line, and turns their clocks into moments. */
import { DAY, HOUR, type Instant, instantOfDay } from '../../base/instant.ts'
import { type DayText, timeTextAt } from '../../timeline/time-text.ts'
import { instantOf, UTC, type Zone, zoneAt, zoneIn } from '../../timeline/zone.ts'

/** A clock further back than this belongs to the next day; one less far is out of order. */
const ROLLOVER = 4 * HOUR
/** A clock further ahead than this, after midnight was passed, still belongs to the day before. */
const BACK = 20 * HOUR

/** Years outside of these are slips of the pen. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2199

/** Why a moment cannot be known. */
export type Unknown = { readonly why: string }

/** The day, zone and last clock that hold at a line. */
export class NoteDay {
  /** Midnight of the day that holds, as if the zone were UTC. */
  private day: Instant | null
  private zone: Zone
  private last: Instant | null = null
  private passedMidnight = false

  constructor(day: Instant | null, zone: Zone = UTC) {
    this.day = day
    this.zone = zone
  }

  /** Whether a day is known. */
  get known(): boolean {
    return this.day !== null
  }

  /** A zone that a heading or a sentence about times names. */
  setZone(zone: Zone): void {
    this.zone = zone
  }

  /** A day that stands by itself. False where its year or order cannot be known. */
  setDay(date: DayText): boolean {
    const day = this.resolve(date)
    if (typeof day !== 'number') return false
    this.day = day
    this.last = null
    this.passedMidnight = false
    return true
  }

  /** The moment of a clock, with the date beside it where there is one. */
  momentOf(
    clock: { readonly hour: number; readonly minute: number; readonly second: number },
    date: DayText | null,
    zone: Zone | null,
  ): Instant | Unknown {
    const time = clock.hour * HOUR + clock.minute * 60_000 + clock.second * 1000
    let wall: Instant
    if (date) {
      const day = this.resolve(date)
      if (typeof day !== 'number') return day
      this.day = day
      this.passedMidnight = false
      wall = day + time
      this.last = wall
    } else if (this.day === null) return { why: 'no day is known for it' }
    else wall = this.rolled(this.day + time)
    const { at } = instantOf({ wall, zone: zone ?? this.zone })
    return at ?? { why: 'clocks skipped that hour in its zone' }
  }

  private rolled(wall: Instant): Instant {
    if (this.last !== null && wall < this.last - ROLLOVER) {
      this.day! += DAY
      this.passedMidnight = true
      this.last = wall + DAY
      return this.last
    }
    if (this.passedMidnight && this.last !== null && wall > this.last + BACK) return wall - DAY
    this.last = Math.max(wall, this.last ?? wall)
    return wall
  }

  private resolve(date: DayText): Instant | Unknown {
    if (date.swappable) return { why: 'the order of day and month is not clear (write 2026-11-23)' }
    const year = date.year ?? (this.day === null ? null : new Date(this.day).getUTCFullYear())
    if (year === null) return { why: 'its year is not given' }
    if (year < FIRST_YEAR || year > LAST_YEAR) return { why: `the year ${year} cannot be right` }
    return instantOfDay(year, date.month, date.day) ?? { why: 'the calendar has no such day' }
  }
}

/** Reads a zone given by a person: `UTC`, `+09:00`, `PST`, `Europe/Berlin`; null where it is none. */
export function zoneOf(text: string): Zone | null {
  const named = zoneAt(text.trim())
  return named && named.length === text.trim().length ? named.zone : zoneIn(text)
}

/** Midnight of a day given as `YYYY-MM-DD`; null where it is none. */
export function dayOf(text: string): Instant | null {
  const date = timeTextAt(text)?.date
  const isYear = date?.year && date.year >= FIRST_YEAR && date.year <= LAST_YEAR
  if (!isYear || date.swappable) return null
  return instantOfDay(date.year!, date.month, date.day)
}
