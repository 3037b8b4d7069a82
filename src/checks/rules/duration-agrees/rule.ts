/** Holds that the duration agrees with start and end, in the metadata or else in the timeline. */
import { formatInstant, type Instant, utcClock } from '../../../base/instant.ts'
import type { Postmortem } from '../../../document/model.ts'
import { lineOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'
import { minutesToWords, statedDurationAgrees } from '../../words/stated-duration.ts'

/** Honest answers that are no figure. */
const NOT_KNOWN = /\b(?:unknown|not known|n\/a|ongoing|unclear|varie[sd]|none|intermittent)\b|不明|断続|継続中/i

/** Begin and end, of which the day is still to be known. */
const CLOCKS = /\d{1,2}:\d{2}.*\d{1,2}:\d{2}/

/** The rule. */
export const durationAgrees: Rule = {
  id: 'duration-agrees',
  group: 'metadata',
  holds: 'The duration agrees with start and end.',
  severity: { draft: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const { startedAt, endedAt, duration } = postmortem.metadata
    const [start, end] = [startedAt?.value ?? null, endedAt?.value ?? null]
    if (start !== null && end !== null && endedAt && end < start) {
      yield {
        span: endedAt.span,
        message: `The end ${formatInstant(end)} lies before the start ${formatInstant(start)}. Check day and zone of both.`,
        severity: 'error',
      }
      return
    }
    if (!duration || isUnwritten(duration.text)) return
    const stated = duration.value
    if (stated === null) {
      if (NOT_KNOWN.test(duration.text) || CLOCKS.test(duration.text)) return
      yield {
        span: duration.span,
        message: `The duration "${duration.text}" cannot be read. Write minutes, such as "84 min", or begin and end ("14:03 - 15:27").`,
        severity: 'info',
      }
      return
    }
    const windows =
      start !== null && end !== null ? [{ start, end, where: 'start and end' }] : timelineWindows(postmortem, start)
    if (windows.length === 0) return
    if (windows.some((each) => statedDurationAgrees(duration.text, stated, (each.end - each.start) / 60_000))) return
    const [window] = windows
    yield {
      span: duration.span,
      message:
        `The duration is ${minutesToWords(stated)}, but from ${utcClock(window!.start)} to ${utcClock(window!.end)} UTC ` +
        `(${window!.where}) it is ${minutesToWords((window!.end - window!.start) / 60_000)}. Correct the one that is wrong.`,
    }
  },
}

/** Windows that the duration may mean: to the end of the impact, to the all-clear, to the last mitigation. */
function timelineWindows(postmortem: Postmortem, start: Instant | null) {
  const rows = postmortem.timeline.filter((row) => row.at !== null)
  const from = rows.find((row) => row.kind === 'impact-started')?.at ?? start
  if (from === null) return []
  const windows: { start: Instant; end: Instant; where: string }[] = []
  for (const kind of ['impact-ended', 'all-clear', 'mitigation'] as const) {
    const row = rows.findLast((each) => each.kind === kind)
    if (!row || row.at! < from) continue
    const where = `timeline, line ${lineOf(postmortem, row.span.from)}`
    windows.push({ start: from, end: row.at!, where })
    if (start !== null && start !== from) windows.push({ start, end: row.at!, where })
  }
  // A mitigation alone does not say that the impact was over.
  return windows.length > 0 && rows.some((row) => row.kind === 'impact-ended' || row.kind === 'all-clear')
    ? windows
    : []
}
