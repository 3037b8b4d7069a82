/** Turns merged facts into the rows of a draft timeline. */
import { DAY, type Instant, utcDay } from '../base/instant.ts'
import type { EventKind } from '../evidence/event-kind.ts'
import type { Fact, LeftOut, Link } from '../evidence/fact.ts'
import { factsOf, type MergedFact } from '../evidence/merged-fact.ts'
import { isPlausible } from '../evidence/time-problem.ts'
import { cellText } from './cell-text.ts'
import { kindOfEvent } from './kind-of.ts'
import { mostTelling } from './most-telling.ts'
import { sourceTitle } from './source-titles.ts'

/** One row, ready to be written into a table. */
export interface DraftRow {
  readonly at: Instant
  /** `14:03`, `14:03:07` where another row shares the minute, with the day (`2026-11-24 00:10`) where it changes. */
  readonly time: string
  /** One line that Markdown shows as it is. */
  readonly text: string
  readonly sources: readonly Link[]
  readonly kind: EventKind
  readonly factIds: readonly string[]
}

/** The rows in the order of time, and what was left out. */
export interface DraftTimeline {
  readonly rows: readonly DraftRow[]
  readonly leftOut: readonly LeftOut[]
}

/** What a draft may know beside the facts. */
export interface DraftOptions {
  /** The UTC day (`YYYY-MM-DD`) that times without a day belong to; the first row's day where absent. */
  readonly day?: string
  /** At most so many rows; the most telling ones stay. */
  readonly most?: number
}

/** More rows than this nobody reads as a timeline. */
const MOST_ROWS = 60

/**
 * Rows for the facts, one for each. Messages by people that tell of no event are left out and counted, and so is what
 * exceeds the bound. Nothing is added that no source says.
 */
export function factsToRows(facts: readonly MergedFact[], options: DraftOptions = {}): DraftTimeline {
  const rows: Omit<DraftRow, 'time'>[] = []
  let chatter = 0
  let timeless = 0
  for (const merged of facts) {
    if (!isPlausible(merged.at)) {
      timeless++
      continue
    }
    const kind = merged.kind ?? kindOfEvent(merged.primary.title)
    if (kind === 'other' && merged.kind === null && factsOf(merged).every(isSaidByPerson)) chatter++
    else
      rows.push({ at: merged.at, text: wordsOf(merged, kind), sources: linksOf(merged), kind, factIds: idsOf(merged) })
  }
  const most = options.most ?? MOST_ROWS
  const kept = mostTelling(rows, most)
  const leftOut = [
    { why: 'messages that tell of no event', count: chatter },
    { why: 'a time that cannot be right', count: timeless },
    { why: `beyond the ${most} most telling entries`, count: rows.length - kept.length },
  ]
  return { rows: withTimes(kept, options.day), leftOut: leftOut.filter(({ count }) => count > 0) }
}

function isSaidByPerson({ source, actor }: Fact): boolean {
  return source === 'slack' && actor?.bot !== true
}

function idsOf(merged: MergedFact): readonly string[] {
  return factsOf(merged).map(({ id }) => id)
}

function linksOf(merged: MergedFact): readonly Link[] {
  const links = new Map<string, Link>()
  for (const { source, url } of factsOf(merged))
    if (url && !links.has(url)) links.set(url, { title: sourceTitle(source), url })
  return [...links.values()]
}

/** The source's words; a page names its receiver, because a timeline must say who was paged. */
function wordsOf({ primary, also }: MergedFact, kind: EventKind): string {
  const words = cellText(primary.title) || cellText(primary.text ?? '') || cellText(primary.type)
  const receiver = primary.receiver ?? also.find((fact) => fact.receiver)?.receiver
  if (kind !== 'paged' || !receiver || primary.title.includes(receiver)) return words
  return `${cellText(receiver)} paged: ${words}`
}

function withTimes(rows: readonly Omit<DraftRow, 'time'>[], firstDay: string | undefined): readonly DraftRow[] {
  const sorted = [...rows].sort((a, b) => a.at - b.at)
  const perMinute = new Map<number, Set<number>>()
  for (const { at } of sorted) {
    const minute = Math.floor(at / 60_000)
    perMinute.set(minute, (perMinute.get(minute) ?? new Set()).add(Math.floor(at / 1000)))
  }
  let day = firstDay ?? (sorted[0] ? utcDay(sorted[0].at) : '')
  return sorted.map((row) => {
    const seconds = (perMinute.get(Math.floor(row.at / 60_000))?.size ?? 0) > 1
    const clock = new Date(((row.at % DAY) + DAY) % DAY).toISOString().slice(11, seconds ? 19 : 16)
    const own = utcDay(row.at)
    const time = own === day ? clock : `${own} ${clock}`
    day = own
    return { ...row, time }
  })
}
