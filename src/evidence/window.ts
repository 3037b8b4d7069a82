/** The stretch of time that an incident covers, and which facts lie in or near it. */
import { formatInstant, HOUR, type Instant } from '../base/instant.ts'
import type { EventKind } from './event-kind.ts'
import type { IncidentHint, LeftOut } from './fact.ts'
import type { MergedFact } from './merged-fact.ts'
import { endOf, isPlausible } from './time-problem.ts'

/** From the first sign to the last, and the wider stretch whose facts belong to the story. */
export interface IncidentWindow {
  readonly startedAt: Instant
  /** Null while nothing tells of an end. */
  readonly endedAt: Instant | null
  /** Facts from here ... */
  readonly from: Instant
  /** ... to here belong; both included. */
  readonly to: Instant
}

/** How far the story reaches beyond the incident, in hours. */
export interface WindowReach {
  /** Before the start, for changes that may have led to it. */
  readonly changesBefore: number
  /** Before the start, for everything else. */
  readonly before: number
  /** After the end. */
  readonly after: number
}

/** Figures chosen for incidents of minutes to days; settings may give others. */
export const DEFAULT_REACH: WindowReach = { changesBefore: 24, before: 1, after: 4 }

/** Facts that are apart by more than this belong to two incidents, in hours. */
const GAP = 6
const SIGNALS: ReadonlySet<EventKind | null> = new Set<EventKind | null>([
  'impact-started',
  'observed',
  'alert',
  'paged',
  'acknowledged',
  'declared',
  'escalated',
  'mitigation',
  'cause-identified',
  'impact-ended',
  'all-clear',
])
const ENDS: ReadonlySet<EventKind | null> = new Set<EventKind | null>(['impact-ended', 'all-clear'])

/**
 * The incident's window: what the sources state as its start and end, else the first and last sign of the largest cluster of
 * signs. Null where there is neither a hint nor a fact with a plausible time.
 */
export function incidentWindow(
  facts: readonly MergedFact[],
  hints: readonly IncidentHint[] = [],
  reach: WindowReach = DEFAULT_REACH,
): IncidentWindow | null {
  const stated = hints.flatMap(({ startedAt }) =>
    startedAt !== undefined && isPlausible(startedAt) ? [startedAt] : [],
  )
  const cluster = largestCluster(facts)
  const startedAt = stated.length > 0 ? Math.min(...stated) : (cluster[0]?.at ?? null)
  if (startedAt === null) return null
  const statedEnds = hints.flatMap(({ endedAt }) => (endedAt !== undefined && endedAt > startedAt ? [endedAt] : []))
  const told = cluster.filter(({ kind, at }) => ENDS.has(kind) && at >= startedAt)
  const endedAt = statedEnds.length > 0 ? Math.max(...statedEnds) : (told.at(-1)?.at ?? null)
  const last = endedAt ?? Math.max(startedAt, ...cluster.slice(-1).map(({ primary, at }) => endOf(primary) ?? at))
  return { startedAt, endedAt, from: startedAt - reach.changesBefore * HOUR, to: last + reach.after * HOUR }
}

/** Facts within the window, in their order, and the others with the reason why each stays out. */
export function splitByWindow(
  facts: readonly MergedFact[],
  window: IncidentWindow,
  reach: WindowReach = DEFAULT_REACH,
): { readonly inside: readonly MergedFact[]; readonly outside: readonly { fact: MergedFact; why: string }[] } {
  const inside: MergedFact[] = []
  const outside: { fact: MergedFact; why: string }[] = []
  for (const fact of facts) {
    const why = whyOutside(fact, window, reach)
    if (why === null) inside.push(fact)
    else outside.push({ fact, why })
  }
  return { inside, outside }
}

/** The reasons of facts outside, each with how many facts it kept out. */
export function outsideCounts(outside: readonly { readonly why: string }[]): readonly LeftOut[] {
  const counts = new Map<string, number>()
  for (const { why } of outside) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts].map(([why, count]) => ({ why, count }))
}

function whyOutside(fact: MergedFact, window: IncidentWindow, reach: WindowReach): string | null {
  if (!isPlausible(fact.at)) return 'its time cannot be right'
  const last = Math.max(fact.at, endOf(fact.primary) ?? fact.at)
  const before = fact.kind === 'change' ? reach.changesBefore : reach.before
  if (last < window.startedAt - before * HOUR)
    return `more than ${before} h before the incident began (${formatInstant(window.startedAt)})`
  return fact.at > window.to
    ? `after the incident and the ${reach.after} h that follow it (${formatInstant(window.to)})`
    : null
}

/** The signs of one incident: neighbours less than the gap apart; the group with most signs, the later one of equals. */
function largestCluster(facts: readonly MergedFact[]): readonly MergedFact[] {
  const plausible = facts.filter(({ at }) => isPlausible(at)).sort((a, b) => a.at - b.at)
  const signs = plausible.filter(({ kind }) => SIGNALS.has(kind))
  let best: MergedFact[] = []
  let current: MergedFact[] = []
  for (const fact of signs.length > 0 ? signs : plausible) {
    const before = current.at(-1)
    if (before && fact.at - before.at > GAP * HOUR) current = []
    current.push(fact)
    if (current.length >= best.length) best = current
  }
  return best
}
