/** Times of day that running words name: `14:03`, `2026-11-23 14:03 UTC`, `2:03 pm PST`, `14時3分`. */
import { instantOfDay } from '../../base/instant.ts'
import { type TimeText, timeTextAt } from '../../timeline/time-text.ts'
import { instantOf } from '../../timeline/zone.ts'

/** One time in a text. */
export interface ClockTime {
  /** Minutes since midnight as written. */
  readonly written: number
  /** Minutes since midnight in UTC, where the words name a zone; equal to `written` otherwise. */
  readonly utc: number
  /** The UTC moment, where the words name a day with its year. */
  readonly at: number | null
  readonly text: string
  readonly from: number
  readonly to: number
  /** Whether it is meant roughly ("about", "~"). */
  readonly rough: boolean
}

const CANDIDATE = /\d{1,2}(?:[:：]\d{2}(?::\d{2})?(?![\d:]\d)|時\s?\d{1,2}分)/g
const DATE_BEFORE = /\d{4}-\d{2}-\d{2}[T ]$/
/** A number in an address, a version, an offset (`+09:00`) or a word; a dash after a digit makes a range of times. */
const NO_TIME_BEFORE = /[\w.:/+]$|[a-z_]-$|\d:\d\d:\d\d-$/i
const ROUGH =
  /(?:\b(?:about|around|approx(?:imately)?\.?|roughly|circa|ca\.?|shortly (?:before|after)|just (?:before|after))|[~≈]|約)\s*$/i
const LASTED = /\b(?:lasted|took|duration|for|elapsed|downtime)(?: of| was)?[:\s]*$/i
const TIME_BEFORE = /(?:\b(?:at|by|from|until|till|since|around|about|before|after|between|and|to)|[~(（-])\s*$/i

/** The times of a text, in order. `day` (midnight UTC of the incident) is taken for zones with summer time. */
export function clockTimesIn(text: string, day: number): ClockTime[] {
  const found: ClockTime[] = []
  for (const match of text.matchAll(CANDIDATE)) {
    const head = text.slice(Math.max(0, match.index - 35), match.index)
    const date = DATE_BEFORE.exec(head)
    const from = match.index - (date?.[0].length ?? 0)
    const before = date ? head.slice(0, date.index) : head
    if (NO_TIME_BEFORE.test(before)) continue
    const time = timeTextAt(text.slice(from, from + 60))
    if (!time?.clock || time.impossible) continue
    const bare = !time.date && !time.zone
    if (bare && LASTED.test(before)) continue
    // `1:10` is a ratio more often than a time.
    if (bare && /^\d:/.test(match[0]) && time.to <= 5 && !TIME_BEFORE.test(before)) continue
    found.push(clockTimeOf(time, text.slice(from, match.index + match[0].length), from, ROUGH.test(before), day))
  }
  return found
}

function clockTimeOf(time: TimeText, text: string, from: number, rough: boolean, day: number): ClockTime {
  const { hour, minute } = time.clock!
  const written = (hour % 24) * 60 + minute
  const own = time.date?.year ? instantOfDay(time.date.year, time.date.month, time.date.day) : null
  const moment = time.zone ? instantOf({ wall: (own ?? day) + written * 60_000, zone: time.zone }).at : null
  const at = own === null ? null : (moment ?? own + written * 60_000)
  return {
    written,
    utc: moment === null ? written : minuteOfDay(moment),
    at,
    text,
    from,
    to: from + text.length,
    rough,
  }
}

/** Minutes since midnight UTC. */
export function minuteOfDay(at: number): number {
  return Math.floor((((at / 60_000) % 1440) + 1440) % 1440)
}
