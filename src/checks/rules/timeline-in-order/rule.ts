/** Holds that the entries of the timeline stand in the order in which they happened. */
import { type Instant, utcClock, utcDay } from '../../../base/instant.ts'
import type { TimelineRow } from '../../../document/model.ts'
import { headingOf, lineOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

const MINUTE = 60_000

/** The rule. */
export const timelineInOrder: Rule = {
  id: 'timeline-in-order',
  group: 'timeline',
  holds: 'The entries of the timeline stand in the order in which they happened.',
  severity: { draft: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const late: { row: TimelineRow; before: TimelineRow }[] = []
    let before: TimelineRow | null = null
    let steps = 0
    for (const row of postmortem.timeline) {
      if (row.at === null) continue
      // Each section (a day, a phase) tells its own part.
      if (before?.section !== row.section) before = null
      else if (row.at !== before!.at) steps++
      if (before !== null && isBefore(row.at, before.at!)) late.push({ row, before })
      before = row
    }
    if (late.length > 2 && late.length > steps * 0.8) {
      yield {
        span: headingOf(postmortem, 'timeline'),
        message: 'The timeline tells the newest entry first. Turn it round, so that it reads in the order of events.',
      }
      return
    }
    for (const { row, before } of late) {
      yield {
        span: row.timeSpan ?? row.textSpan,
        message:
          `This entry (${whenOf(row, before)}) stands after the one of ${whenOf(before, row)} in line ${lineOf(postmortem, before.span.from)}. ` +
          'Move it up, or correct the time; where it belongs to another day, write the date.',
      }
    }
  },
}

/** `14:03` may be any second of its minute. */
function isBefore(at: Instant, other: Instant): boolean {
  const toMinute = at % MINUTE === 0 || other % MINUTE === 0
  return toMinute ? Math.floor(at / MINUTE) < Math.floor(other / MINUTE) : at < other
}

function whenOf(row: TimelineRow, other: TimelineRow): string {
  const clock = utcClock(row.at!)
  return utcDay(row.at!) === utcDay(other.at!) ? clock : `${utcDay(row.at!)} ${clock}`
}
