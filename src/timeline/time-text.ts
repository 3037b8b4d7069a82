/** Dates and times as people write them in timelines, read from the start of a text. */
import { instantOfDay } from '../base/instant.ts'
import { type Zone, zoneAt } from './zone.ts'

/** What a text begins with. Hours may be 24 (24:00) and seconds 60; `from` and `to` bound the words that say it. */
export interface TimeText {
  readonly date: DayText | null
  readonly clock: { readonly hour: number; readonly minute: number; readonly second: number } | null
  readonly zone: Zone | null
  /** The words name a day or time that does not exist (`2026-02-30`, `25:10`). */
  readonly impossible: boolean
  /** Milliseconds since the start of the incident, where that is what is told (`T+5m`); the clock is no time of day then. */
  readonly elapsed?: number
  readonly from: number
  readonly to: number
}

/** A day as written; the year is null where it is left out, the order unknown where `3/4` may be read two ways. */
export interface DayText {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly swappable: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+(?:the\\s+)?)?'
const ORDINAL = '(?:st|nd|rd|th)?'
const APOSTROPHE_YEAR = "(?:,?\\s*(?:of\\s+)?(\\d{4}|'\\d{2})(?!\\d|[:.]\\d|\\s*(?:h\\b|am\\b|pm\\b|UTC\\b)))?"
const DATES: readonly { pattern: RegExp; order: 'ymd' | 'dMy' | 'Mdy' | 'yMd' | 'slash' | 'dots' | 'mdj' | 'ymdj' }[] =
  [
    { pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, order: 'ymd' },
    { pattern: /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/, order: 'ymdj' },
    { pattern: /^(\d{1,2})\s*月\s*(\d{1,2})\s*日/, order: 'mdj' },
    {
      pattern: new RegExp(
        `^${WEEKDAY}(\\d{1,2})${ORDINAL}[\\s-]+(?:of\\s+)?(${MONTH})(?![a-z])${APOSTROPHE_YEAR.replace(',?\\s*', ',?[\\s-]*')}`,
        'i',
      ),
      order: 'dMy',
    },
    { pattern: new RegExp(`^(\\d{1,2})/(${MONTH})/(\\d{4}|\\d{2})(?!\\d)`, 'i'), order: 'dMy' },
    {
      pattern: new RegExp(`^${WEEKDAY}(${MONTH})(?![a-z])\\s*(\\d{1,2})${ORDINAL}(?!\\d|:\\d)${APOSTROPHE_YEAR}`, 'i'),
      order: 'Mdy',
    },
    { pattern: new RegExp(`^${WEEKDAY}(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\d/])`, 'i'), order: 'slash' },
    { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/, order: 'dots' },
    { pattern: /^(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})(?!\d)/, order: 'slash' },
    {
      pattern: new RegExp(`^(\\d{4})[\\s-]+(${MONTH})(?![a-z])[\\s-]+(\\d{1,2})${ORDINAL}(?!\\d|:\\d)`, 'i'),
      order: 'yMd',
    },
    { pattern: /^(\d{2})-(\d{2})()(?=[ T]+~?\d{1,2}:\d{2})/, order: 'slash' },
  ]
const CLOCK =
  /^(?:(午前|午後)\s*)?(\d{1,2})(?:[:：](\d{2})(?:[:：](\d{2})(?:[.,]\d{1,9})?)?|時\s*(?:(\d{1,2})\s*分)?(?:\s*(\d{1,2})\s*秒)?)(?:(?:\s*([ap])\.?\s?m\.?|([ap]))(?![A-Za-z]))?/i
const BARE_HOUR = /^(\d{1,2})(?:(?:\.|:\s)(\d{2}))?\s*([ap])\.?m\.?(?![A-Za-z])/i
const MILITARY = /^([01]\d|2[0-4])([0-5]\d)(?=\s*(?:UTC|GMT|[Zz]|hrs|hours|h)\b)(?:\s*(?:hrs|hours|h)\b)?/
const FRENCH_HOUR = /^(\d{1,2})h([0-5]\d)(?![\d\w])/
/** `15h :`, an hour alone, where what follows shows that it is no length of time. */
const FRENCH_BARE = /^([01]?\d|2[0-3])h()(?=\s*[:：–—]\s)/
const DOTTED = /^([01]?\d|2[0-3])\.([0-5]\d)(?=\s*(?:UTC|GMT|CES?T|BST|hrs|Uhr|h)\b)/
const BEFORE =
  /^(?:[\s~≈*_`([{（「>|•·●▪◦‣→✓✔✗-]|[\ufe00-\ufe0f]|\u200d|\u20e3|\p{Extended_Pictographic}|(?:around|about|approx(?:imately)?\.?|circa|ca\.?|c\.|at|by|on|from|between|after|since|early|late|第?頃)(?=[\s~\d])|約)+/iu
const BETWEEN =
  /^(?:[\s,*_`]|T(?=\d)|@|at\b|between\b|around\b|about\b|~|[-–—](?=\s*\d)|の|\((?=\s*(?:[A-Z]{1,4}|[+\-−]\d|\d{1,2}[:：]))|（)*/
const AFTER_CLOCK = /^(?:\s*(?:頃|ごろ|ish\b|Uhr\b|uur\b|hrs?\b(?!\w)))?/

/** Reads the date, time and zone at the start of a text (after marks, brackets and words such as "around"); null where there is none. */
export function timeTextAt(text: string): TimeText | null {
  const head = plainMarks(text.slice(0, 120))
  const from = mayPrecede(head.charCodeAt(0)) ? (BEFORE.exec(head)?.[0].length ?? 0) : 0
  let at = from
  let impossible = false
  const first = dateAt(head.slice(at))
  let date: DayText | null = null
  if (first) {
    date = first.date
    impossible = date === null
    at += first.length
  }
  const gap = date || impossible ? (BETWEEN.exec(head.slice(at))?.[0].length ?? 0) : 0
  const clockWords = clockAt(head.slice(at + gap), first !== null)
  let zone: Zone | null = null
  let clock: TimeText['clock'] = null
  if (clockWords) {
    at += gap + clockWords.length
    clock = clockWords.clock
    if (clock === null) impossible = true
    at += AFTER_CLOCK.exec(head.slice(at))?.[0].length ?? 0
    const end = clock && rangeEnd(head.slice(at), head.slice(from))
    const named = end ? null : zoneAt(head.slice(at))
    if (named) {
      zone = named.zone
      at += named.length
    } else if (end) {
      zone = end.zone
      // `1:15 - 1:40 PM`: both are in the afternoon.
      if (
        end.afternoon &&
        clock &&
        clock.hour < 12 &&
        minutes(clock) + 720 <= minutes(end.clock) &&
        !/[ap]\.?m/i.test(head.slice(from, at))
      )
        clock = { ...clock, hour: clock.hour + 12 }
    }
    if (!first) {
      const late = lateDate(head.slice(at))
      if (late) {
        date = late.date
        at += late.length
      }
    }
  } else if (!first) return null
  return { date, clock, zone, impossible, from, to: at }
}

function minutes({ hour, minute }: Clock): number {
  return hour * 60 + minute
}

/** The end of `13:40-13:45 CEST`, whose zone is that of both; null where none follows, or where `-05:00` is an offset. */
function rangeEnd(text: string, whole: string): { clock: Clock; zone: Zone | null; afternoon: boolean } | null {
  const mark = /^\s*(?:[-–—~]|to|until)\s*(?=\d)/.exec(text)
  if (!mark) return null
  const rest = text.slice(mark[0].length)
  const found = clockAt(rest, false)
  if (!found?.clock) return null
  const start = clockAt(whole.replace(/^\d{4}-\d{2}-\d{2} /, ''), false)?.clock
  const offset = mark[0] === '-' && /^\d{2}:\d{2}(?![\d:])/.test(rest)
  if (offset && (!start || minutes(found.clock) <= minutes(start) || /^\d{4}-\d{2}-\d{2}T/.test(whole))) return null
  return {
    clock: found.clock,
    zone: zoneAt(rest.slice(found.length))?.zone ?? null,
    afternoon: /p\.?m\.?$/i.test(rest.slice(0, found.length)),
  }
}

/** Hyphens and blanks of typography as plain ones, character for character. */
function plainMarks(text: string): string {
  return /[\u2010-\u2012\u00a0]/.test(text) ? text.replace(/[\u2010-\u2012]/g, '-').replaceAll('\u00a0', ' ') : text
}

/** `14:03 on 3 May`, `14:03 (3 May)`: a date that comes after its time. */
function lateDate(text: string): { date: DayText | null; length: number } | null {
  const gap = /^(?:,?\s*[(（]\s*|,?\s+(?:on\s+)?)/i.exec(text)
  if (!gap) return null
  const found = dateAt(text.slice(gap[0].length))
  if (!found?.date) return null
  const close = /[(（]/.test(gap[0]) ? (/^\s*[)）]/.exec(text.slice(gap[0].length + found.length))?.[0].length ?? 0) : 0
  return { date: found.date, length: gap[0].length + found.length + close }
}

/** Whether what may stand before a time can begin with a character: no digit, and of Latin letters only those of its words. */
function mayPrecede(code: number): boolean {
  if (isDigit(code)) return false
  const letter = code | 32
  return letter < 97 || letter > 122 || code > 122 || FIRST_OF_BEFORE.includes(String.fromCharCode(letter))
}
const FIRST_OF_BEFORE = 'abcefols'

/** What begins with a letter and may be a day: a month or a day of the week. */
const NAMED_DAY = /^(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function dateAt(text: string): { date: DayText | null; length: number } | null {
  if (!isDigit(text.charCodeAt(0)) && !NAMED_DAY.test(text)) return null
  for (const { pattern, order } of DATES) {
    const match = pattern.exec(text)
    if (match) return { date: dayOf(match, order), length: match[0].length }
  }
  return null
}

function dayOf(match: RegExpExecArray, order: string): DayText | null {
  const [, a, b, c] = match
  let year: number | null = null
  let month: number
  let day: number
  let swappable = false
  if (order === 'ymd' || order === 'ymdj') [year, month, day] = [Number(a), Number(b), Number(c)]
  else if (order === 'mdj') [month, day] = [Number(a), Number(b)]
  else if (order === 'dMy') [day, month, year] = [Number(a), monthOf(b!), yearOf(c)]
  else if (order === 'Mdy') [month, day, year] = [monthOf(a!), Number(b), yearOf(c)]
  else if (order === 'yMd') [year, month, day] = [Number(a), monthOf(b!), Number(c)]
  else if (order === 'dots')
    [day, month, year] = Number(b) > 12 ? [Number(b), Number(a), yearOf(c)] : [Number(a), Number(b), yearOf(c)]
  else {
    year = yearOf(c)
    const [left, right] = [Number(a), Number(b)]
    swappable = left <= 12 && right <= 12 && left !== right
    ;[month, day] = left > 12 ? [right, left] : [left, right]
  }
  return instantOfDay(year ?? 2024, month, day) === null ? null : { year, month, day, swappable }
}

function monthOf(words: string): number {
  return MONTHS.indexOf(words.slice(0, 3).toLowerCase()) + 1
}

function yearOf(words: string | undefined): number | null {
  if (!words) return null
  const digits = words.replace("'", '')
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

type Clock = NonNullable<TimeText['clock']>
/** The first character of `午前` and `午後`. */
const HALF_DAY = 0x5348

function clockAt(text: string, afterDate: boolean): { clock: Clock | null; length: number } | null {
  const first = text.charCodeAt(0)
  if (!isDigit(first) && first !== HALF_DAY) return null
  const match = CLOCK.exec(text)
  if (match) {
    const half = match[1] === '午後' ? 'p' : match[1] === '午前' ? 'a' : (match[7] ?? match[8])?.toLowerCase()
    const clock = clockOf(Number(match[2]), Number(match[3] ?? match[5] ?? 0), Number(match[4] ?? match[6] ?? 0), half)
    return { clock, length: match[0].trimEnd().length }
  }
  const hour = BARE_HOUR.exec(text)
  if (hour)
    return { clock: clockOf(Number(hour[1]), Number(hour[2] ?? 0), 0, hour[3]!.toLowerCase()), length: hour[0].length }
  const plain =
    MILITARY.exec(text) ??
    FRENCH_HOUR.exec(text) ??
    FRENCH_BARE.exec(text) ??
    DOTTED.exec(text) ??
    (afterDate ? /^([01]\d|2[0-3])([0-5]\d)(?![\d\w-])/.exec(text) : null)
  if (plain) return { clock: clockOf(Number(plain[1]), Number(plain[2]), 0, undefined), length: plain[0].length }
  return null
}

function clockOf(hour: number, minute: number, second: number, half: string | undefined): Clock | null {
  let hours = hour
  if (half === 'p' && hour < 12) hours += 12
  if (half === 'a' && hour === 12) hours = 0
  if (hours > 24 || minute > 59 || second > 60 || (hours === 24 && minute + second > 0)) return null
  return { hour: hours, minute, second }
}

const DATE_IN_WORDS =
  /\d{4}-\d{2}-\d{2}|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:\b\d{1,2}(?:st|nd|rd|th)?\s+)?\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,4}(?:st|nd|rd|th)?(?:(?:\s*,\s*|\s+)\d{4})?|\d{4}年\d{1,2}月\d{1,2}日/g

/** The first day with a year that a text names anywhere in its first 3,000 characters; null where it names none. */
export function dateIn(text: string): (DayText & { readonly year: number }) | null {
  for (const match of plainMarks(text.slice(0, 3000)).matchAll(DATE_IN_WORDS)) {
    const date = timeTextAt(match[0])?.date
    if (date && date.year !== null && date.year > 1990 && date.year < 2100) return { ...date, year: date.year }
  }
  return null
}

const YEARLESS =
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?!\d)|\d{1,2}月\d{1,2}日/g

/** The first day in a heading, its year null where it names none; null where there is no day. */
export function dayInHeading(text: string): DayText | null {
  const whole = dateIn(text)
  if (whole) return whole
  for (const match of text.slice(0, 300).matchAll(YEARLESS)) {
    const date = timeTextAt(match[0])?.date
    if (date) return date
  }
  return null
}
