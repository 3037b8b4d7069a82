/** Holds that every entry of the timeline has a moment in UTC. */

import type { TimelineRow } from '../../../document/model.ts'
import type { EventKind } from '../../../evidence/event-kind.ts'
import { headingOf } from '../../places.ts'
import { TOLD_BY_RULES } from '../../problem-rules.ts'
import type { Rule, RuleFinding } from '../../rule.ts'
import { writtenRows } from '../../timeline-rows.ts'
import { isUnwritten } from '../../words/placeholder.ts'

/** Kinds from which durations follow, so that a day alone is not enough. */
const MEASURED: ReadonlySet<EventKind> = new Set([
  'impact-started',
  'paged',
  'acknowledged',
  'impact-ended',
  'all-clear',
])

const UNKNOWN = /\bunknown\b|\bn\/a\b|不明|不定/i
const YEARLESS =
  /^(?:\d{1,2}[-/.]\d{1,2}\b(?![-/.])|\d{1,2}月|\d{0,2} ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? ?\d{1,2}(?:st|nd|rd|th)?\b(?!,? ?\d{4}))/i

/** The rule. */
export const timelineTimesKnown: Rule = {
  id: 'timeline-times-known',
  group: 'timeline',
  holds: 'Every entry of the timeline has a time that exists and a day.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const told = new Set<number>()
    const toldOnce = new Set<string>()
    for (const { code, message, span } of postmortem.problems) {
      if (!TOLD_BY_RULES.has(code)) continue
      told.add(span.from)
      // Once is enough: one day, or one start, written anywhere mends them all.
      if (toldOnce.has(code)) continue
      if (code === 'no-day' || code === 'no-start') toldOnce.add(code)
      yield {
        span,
        message,
        ...(code === 'impossible-time' ? { severity: 'error' as const } : { severity: 'warning' as const }),
      }
    }
    const rows = writtenRows(postmortem)
    const without = rows.filter((row) => row.at === null && !told.has(row.timeSpan?.from ?? -1))
    if (without.length === 0) return
    const noTime = without.filter((row) => row.timeText === '')
    if (noTime.length === rows.length) {
      yield {
        span: headingOf(postmortem, 'timeline'),
        message: 'No entry of the timeline has a time. Write one first in each: "14:03 error rate alert fired".',
      }
      return
    }
    for (const row of without) {
      const finding = unclear(row)
      if (finding) yield finding
    }
  },
}

function unclear(row: TimelineRow): RuleFinding | null {
  if (row.timeText === '')
    return {
      span: row.textSpan,
      message: 'This entry has no time. Write when it happened, or the nearest that is known.',
    }
  // An honest "unknown" is an answer.
  if (isUnwritten(row.timeText) || UNKNOWN.test(row.timeText) || !row.timeSpan) return null
  if (row.date === null && YEARLESS.test(row.timeText))
    return { span: row.timeSpan, message: `"${short(row.timeText)}" has no year, and none is known. Write YYYY-MM-DD.` }
  if (row.date === null)
    return {
      span: row.timeSpan,
      message: `"${short(row.timeText)}" is not a time that can be placed in UTC. Write HH:MM, and the day where it changes.`,
    }
  if (!MEASURED.has(row.kind)) return null
  return {
    span: row.timeSpan,
    message: `"${short(row.timeText)}" names a day without a time, and durations are measured from this entry. Add HH:MM if it is known.`,
  }
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
