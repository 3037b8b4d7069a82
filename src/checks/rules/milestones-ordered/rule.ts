/** Holds that the milestones of the timeline follow each other as they can: a page before its acknowledgement, a start before an end. */

import { utcClock } from '../../../base/instant.ts'
import type { TimelineRow } from '../../../document/model.ts'
import type { EventKind } from '../../../evidence/event-kind.ts'
import { lineOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { writtenRows } from '../../timeline-rows.ts'

/** What cannot come before what. Only where every entry of the second kind comes before all of the first is it a slip. */
const PAIRS: readonly (readonly [first: EventKind, then: EventKind, words: string])[] = [
  ['paged', 'acknowledged', 'The page is acknowledged before it is sent'],
  ['impact-started', 'impact-ended', 'The impact ends before it starts'],
  ['impact-started', 'all-clear', 'The all-clear is given before the impact starts'],
  ['impact-ended', 'all-clear', 'The all-clear is given before the impact ends'],
]

/** The rule. */
export const milestonesOrdered: Rule = {
  id: 'milestones-ordered',
  group: 'timeline',
  holds: 'No milestone of the timeline comes before the one that it needs.',
  // Kinds are read from words, so this may be wrong: it never blocks.
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const rows = writtenRows(postmortem)
    const earliest = new Map<EventKind, TimelineRow>()
    const latest = new Map<EventKind, TimelineRow>()
    for (const row of rows) {
      if (row.at === null) continue
      if (!earliest.has(row.kind) || row.at < earliest.get(row.kind)!.at!) earliest.set(row.kind, row)
      if (!latest.has(row.kind) || row.at > latest.get(row.kind)!.at!) latest.set(row.kind, row)
    }
    for (const [first, then, words] of PAIRS) {
      const from = earliest.get(first)
      const to = latest.get(then)
      if (!from || !to || to.at! >= from.at!) continue
      yield {
        span: to.timeSpan ?? to.textSpan,
        message: `${words}: ${utcClock(to.at!)} here, ${utcClock(from.at!)} in line ${lineOf(postmortem, from.span.from)} (UTC). Correct one of the times, or the words.`,
      }
    }
  },
}
