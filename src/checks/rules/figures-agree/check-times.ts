/** Times of day: each should be in the timeline or the evidence, and be the time of what the sentence tells. */
import { utcClock, utcDay } from '../../../base/instant.ts'
import type { TimelineRow } from '../../../document/model.ts'
import type { EventKind } from '../../../evidence/event-kind.ts'
import { kindOfEvent } from '../../../timeline/kind-of.ts'
import { lineOf } from '../../places.ts'
import type { CheckContext, RuleFinding } from '../../rule.ts'
import { type ClockTime, clockTimesIn, minuteOfDay } from '../../words/clock-times.ts'
import { clauseAround, type Statement } from './statements.ts'

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
  const timed = postmortem.timeline.filter((row) => row.at !== null)
  if (timed.length === 0 && !evidence?.length) return
  let known: ReadonlySet<number> | null = null
  let rows: Rows | null = null
  for (const { part, text, from } of statements) {
    const times = clockTimesIn(text, day)
    for (const [index, time] of times.entries()) {
      known ??= knownMinutes(context, day)
      if (isKnown(time, known)) continue
      if (RECURRING.test(clauseAround(text, time.from, time.to))) continue
      rows ??= rowsBy(timed)
      const span = { from: from + time.from, to: from + time.to }
      if (time.at !== null && !rows.days.has(utcDay(time.at))) {
        const message = `${time.text} (${part}) lies on a day that the timeline does not tell of. Add a row for it, or check the day.`
        yield { span, message, severity: 'info' }
        continue
      }
      const [left, right] = [times[index - 1]?.to ?? 0, times[index + 1]?.from ?? text.length]
      const own = text.slice(left, right)
      const alike =
        rows.kinds.size > 0
          ? (rows.kinds.get(kindOfEvent(clauseAround(own, time.from - left, time.to - left))) ?? [])
          : []
      // Of two alerts either may be meant.
      const [same] = alike.length === 1 ? alike : []
      const near = nearest(rows, time)
      const where = (row: TimelineRow) => `${utcClock(row.at!)} (line ${lineOf(postmortem, row.span.from)})`
      if (same) {
        const message = `${part} says ${time.text}, the timeline has "${shorten(same.text)}" at ${where(same)}. Correct the one that is wrong.`
        yield { span, message }
      } else {
        const hint = near ? ` The nearest row is ${where(near)}.` : ''
        const message = `${part} says ${time.text}, but neither timeline nor evidence has that time.${hint} Add it there, or correct it.`
        yield { span, message, severity: 'warning' }
      }
    }
  }
}

/** The rows with a time, as they are looked for. */
interface Rows {
  readonly days: ReadonlySet<string>
  readonly kinds: ReadonlyMap<EventKind, readonly TimelineRow[]>
  /** The first row of each minute of the day. */
  readonly minutes: ReadonlyMap<number, TimelineRow>
}

function rowsBy(timed: readonly TimelineRow[]): Rows {
  const kinds = new Map<EventKind, TimelineRow[]>()
  const minutes = new Map<number, TimelineRow>()
  for (const row of timed) {
    if (ONE_MOMENT.has(row.kind)) kinds.set(row.kind, [...(kinds.get(row.kind) ?? []).slice(0, 1), row])
    const minute = minuteOfDay(row.at!)
    if (!minutes.has(minute)) minutes.set(minute, row)
  }
  return { days: new Set(timed.map((row) => utcDay(row.at!))), kinds, minutes }
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

function nearest({ minutes }: Rows, time: ClockTime): TimelineRow | null {
  for (let off = 0; off <= 720; off++) {
    const row = minutes.get((time.utc - off + 1440) % 1440) ?? minutes.get((time.utc + off) % 1440)
    if (row) return row
  }
  return null
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}...` : text
}
