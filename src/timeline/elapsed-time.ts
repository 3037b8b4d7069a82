/** Times told from the start of an incident: `T+5m`, `T-10 min`, `T+1h10m`, `T+00:25`, `T0`. */
import type { Instant } from '../base/instant.ts'
import { instantOfDay } from '../base/instant.ts'
import { type TimeText, timeTextAt } from './time-text.ts'
import { instantOf, UTC } from './zone.ts'

const MARKS = /^[\s*_`([{>•·-]{0,8}/
const ELAPSED =
  /^T(?:\s?([+\-−–])\s?(?:(\d{1,3}):(\d{2})(?::\d{2})?|(?:(\d{1,2})\s?d(?:ays?)?)?\s?(?:(\d{1,3})\s?h(?:(?:ou)?rs?)?)?\s?(?:(\d{1,4})\s?(?:m(?:in(?:ute)?s?)?)?)?)|\s?0)(?![\w/])/
const MINUTE = 60_000

/** What `timeTextAt` finds, else a time since the start: its clock is no time of day, `elapsed` (milliseconds, may be negative) tells it. */
export function momentTextAt(text: string): TimeText | null {
  return timeTextAt(text) ?? elapsedAt(text)
}

function elapsedAt(text: string): TimeText | null {
  const head = text.slice(0, 60)
  const from = MARKS.exec(head)![0].length
  if (head.charCodeAt(from) !== 84) return null
  const match = ELAPSED.exec(head.slice(from))
  if (!match) return null
  const [, sign, hours, minutes, days, hour, minute] = match
  if (sign !== undefined && match.slice(2).every((part) => part === undefined)) return null
  const total = Number(days ?? 0) * 1440 + Number(hours ?? hour ?? 0) * 60 + Number(minutes ?? minute ?? 0)
  return {
    date: null,
    clock: { hour: 0, minute: 0, second: 0 },
    zone: null,
    impossible: false,
    elapsed: (sign === undefined || sign === '+' ? total : -total) * MINUTE,
    from,
    to: from + match[0].trimEnd().length,
  }
}

/** The moment that a text gives to `T`: `T = 14:00 UTC` on the document's day, or with a day of its own; null where it gives none. */
export function statedStart(text: string, day: Instant | null): Instant | null {
  const match = /\bT0?\s*(?:=|:=|is\b)\s*(?=[\d~(])/.exec(text)
  const time = match && timeTextAt(text.slice(match.index + match[0].length, match.index + match[0].length + 80))
  if (!time?.clock) return null
  const own = time.date && time.date.year !== null ? instantOfDay(time.date.year, time.date.month, time.date.day) : day
  if (own === null) return null
  const { hour, minute, second } = time.clock
  return instantOf({ wall: own + ((hour * 60 + minute) * 60 + second) * 1000, zone: time.zone ?? UTC }).at
}
