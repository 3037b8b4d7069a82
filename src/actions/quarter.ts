/** Quarters of a year, and the business day on which each is reviewed. */
import { DAY, instantOfDay, parseInstant, utcDay } from '../base/instant.ts'

/** A quarter: its name, its first day, and the first day after it (`YYYY-MM-DD`, UTC). */
export interface Quarter {
  /** `2026-Q4`. */
  readonly name: string
  readonly from: string
  readonly to: string
}

/** Reads `2026-Q4` (also `2026Q4`, `q4 2026`); null where the words are no quarter. */
export function parseQuarter(text: string): Quarter | null {
  const words = text.trim().toUpperCase()
  const match = /^(\d{4})[-\s/]?Q([1-4])$/.exec(words)
  const turned = match ? null : /^Q([1-4])[-\s/]?(\d{4})$/.exec(words)
  if (match) return quarter(Number(match[1]), Number(match[2]))
  return turned ? quarter(Number(turned[2]), Number(turned[1])) : null
}

/** The quarter in which a day (`YYYY-MM-DD`) lies; null where the day does not exist. */
export function quarterOf(day: string): Quarter | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || parseInstant(day) === null) return null
  return quarter(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3))
}

/**
 * The day on which a quarter is reviewed: the nth business day after it (Monday to Friday, UTC, holidays left out), counted from 1.
 * The default policy says the 10th (DESIGN section 8).
 */
export function reviewDay(of: Quarter, businessDay: number, holidays: readonly string[] = []): string {
  const closed = new Set(holidays)
  let at = parseInstant(of.to) ?? 0
  for (let left = businessDay; ; at += DAY) {
    const weekday = new Date(at).getUTCDay()
    if (weekday === 0 || weekday === 6 || closed.has(utcDay(at))) continue
    left--
    if (left <= 0) return utcDay(at)
  }
}

function quarter(year: number, number: number): Quarter {
  const from = instantOfDay(year, (number - 1) * 3 + 1, 1) ?? 0
  const to = number === 4 ? (instantOfDay(year + 1, 1, 1) ?? 0) : (instantOfDay(year, number * 3 + 1, 1) ?? 0)
  return { name: `${String(year).padStart(4, '0')}-Q${number}`, from: utcDay(from), to: utcDay(to) }
}
