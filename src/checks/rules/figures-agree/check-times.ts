/** Times of day: each should be in the timeline or the evidence, and be the time of what the sentence tells. */
import { utcClock, utcDay } from '../../../base/instant.ts'
import type { TimelineRow } from '../../../document/model.ts'
import type { EventKind } from '../../../evidence/event-kind.ts'
import { kindOfEvent } from '../../../timeline/kind-of.ts'
import { lineOf } from '../../places.ts'
import type { CheckContext, RuleFinding } from '../../rule.ts'
import { type ClockTime, clockTimesIn, minuteOfDay } from '../../words/clock-times.ts'
import type { Statement } from './statements.ts'

/** Times that are true on any day are none of the incident's. */
const RECURRING =
  /\b(?:every|each|daily|nightly|hourly|weekly|monthly|cron\w*|schedul\w*|usually|always|business hours|office hours)\b|毎/i
const ROUGH_MINUTES = 6
/** Kinds that an incident has one moment of, so that two times for one of them contradict each other. */
const ONE_MOMENT: ReadonlySet<EventKind> = new Set([
  'impact-started',
  'alert',
  'paged',
  'acknowledged',
  'declared',
  'mitigation',
  'impact-ended',
  'all-clear',
])

/** Findings for times that nothing bears out. Silent where neither timeline nor evidence has a time. */
export function* checkTimes(context: CheckContext, statements: readonly Statement[]): Iterable<RuleFinding> {
  const { postmortem, evidence } = context
  const day = dayOf(context)
  let known: ReadonlySet<number> | null = null
  const rows = postmortem.timeline.filter((row) => row.at !== null)
  if (rows.length === 0 && !evidence?.length) return
  for (const { part, text, from } of statements) {
    const times = clockTimesIn(text, day)
    if (times.length > 0) known ??= knownMinutes(context, day)
    for (const [index, time] of times.entries()) {
      if (isKnown(time, known!) || RECURRING.test(text)) continue
      const span = { from: from + time.from, to: from + time.to }
      if (time.at !== null && !days(rows).has(utcDay(time.at))) {
        const message = `${time.text} (${part}) lies on a day that the timeline does not tell of. Add a row for it, or check the day.`
        yield { span, message, severity: 'info' }
        continue
      }
      const clause = text.slice(times[index - 1]?.to ?? 0, times[index + 1]?.from ?? text.length)
      const kind = kindOfEvent(clause)
      const alike = ONE_MOMENT.has(kind) ? rows.filter((row) => row.kind === kind) : []
      // Of two alerts either may be meant.
      const same = alike.length === 1 ? alike[0]! : null
      const near = nearest(rows, time)
      if (same) {
        const where = `line ${lineOf(postmortem, same.span.from)}`
        const message = `${part} says ${time.text}, the timeline has "${shorten(same.text)}" at ${utcClock(same.at!)} (${where}). Correct the one that is wrong.`
        yield { span, message }
      } else {
        const hint = near
          ? ` The nearest row is ${utcClock(near.at!)} (line ${lineOf(postmortem, near.span.from)}).`
          : ''
        const message = `${part} says ${time.text}, but neither timeline nor evidence has that time.${hint} Add it there, or correct it.`
        yield { span, message, severity: 'warning' }
      }
    }
  }
}

function dayOf({ postmortem }: CheckContext): number {
  const at = postmortem.timeline.find((row) => row.at !== null)?.at ?? postmortem.metadata.startedAt?.value ?? 0
  return Date.parse(utcDay(at))
}

/** Minutes of the day, as written and in UTC, that timeline, evidence and metadata have. */
function knownMinutes({ postmortem, evidence }: CheckContext, day: number): ReadonlySet<number> {
  const known = new Set<number>()
  const addMoment = (at: number | null | undefined) => {
    if (at == null) return
    known.add(minuteOfDay(at))
    // 14:03:45 may be told as 14:04.
    known.add(minuteOfDay(at + 30_000))
  }
  const addWords = (words: string) => {
    for (const time of clockTimesIn(words, day)) known.add(time.written).add(time.utc)
  }
  for (const row of postmortem.timeline) {
    addMoment(row.at)
    addWords(row.timeText)
    addWords(row.text)
  }
  for (const fact of evidence ?? []) {
    addMoment(fact.at)
    addMoment(fact.endAt)
  }
  const { startedAt, endedAt, duration } = postmortem.metadata
  for (const field of [startedAt, endedAt]) addMoment(field?.value)
  for (const field of [startedAt, endedAt, duration]) addWords(field?.text ?? '')
  return known
}

function isKnown(time: ClockTime, known: ReadonlySet<number>): boolean {
  const reach = time.rough ? ROUGH_MINUTES : 0
  for (const minute of [time.written, time.utc]) {
    for (let off = -reach; off <= reach; off++) if (known.has((minute + off + 1440) % 1440)) return true
  }
  return false
}

function nearest(rows: readonly TimelineRow[], time: ClockTime): TimelineRow | null {
  let best: TimelineRow | null = null
  let least = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const off = Math.abs(minuteOfDay(row.at!) - time.utc)
    const distance = Math.min(off, 1440 - off)
    if (distance < least) [best, least] = [row, distance]
  }
  return best
}

function days(rows: readonly TimelineRow[]): ReadonlySet<string> {
  return new Set(rows.map((row) => utcDay(row.at!)))
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}...` : text
}
