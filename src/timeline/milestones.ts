/** The moments of a timeline from which its durations follow. */
import type { Instant } from '../base/instant.ts'
import type { EventKind } from '../evidence/event-kind.ts'

/** What milestones are read from: any row with a time, a kind and words. */
export interface TimedEvent {
  /** UTC; null where it cannot be known. */
  readonly at: Instant | null
  readonly kind: EventKind
  readonly text: string
}

/** The milestones in the order in which an incident usually meets them. */
export const MILESTONES = [
  'impact-started',
  'first-signal',
  'paged',
  'acknowledged',
  'mitigation',
  'cause-identified',
  'impact-ended',
  'all-clear',
] as const

/** One milestone's name. */
export type MilestoneName = (typeof MILESTONES)[number]

/** A milestone: the row that it stands in, or why there is none. */
export type Milestone =
  | { readonly at: Instant; readonly row: number; readonly reason: null }
  | { readonly at: null; readonly row: number | null; readonly reason: string }

/** All milestones by name. */
export type Milestones = Readonly<Record<MilestoneName, Milestone>>

const MILESTONE_OF: Readonly<Partial<Record<EventKind, MilestoneName>>> = {
  'impact-started': 'impact-started',
  observed: 'first-signal',
  alert: 'first-signal',
  paged: 'paged',
  acknowledged: 'acknowledged',
  mitigation: 'mitigation',
  'cause-identified': 'cause-identified',
  'impact-ended': 'impact-ended',
  'all-clear': 'all-clear',
}
/** Ends may come more than once, when a problem returns: the last one counts. Of all others the first does. */
const LAST: ReadonlySet<MilestoneName> = new Set<MilestoneName>(['impact-ended', 'all-clear'])
/** Milestones that answer another one: the first at or after it counts. */
const AFTER: Readonly<Partial<Record<MilestoneName, MilestoneName>>> = {
  'first-signal': 'impact-started',
  acknowledged: 'paged',
}
const MISSING: Readonly<Record<MilestoneName, string>> = {
  'impact-started': 'No entry says when the impact started.',
  'first-signal': 'No entry tells of an alert or an observation.',
  paged: 'No entry says who was paged.',
  acknowledged: 'No entry says that the page was acknowledged.',
  mitigation: 'No entry tells of a mitigation.',
  'cause-identified': 'No entry says that the cause was identified.',
  'impact-ended': 'No entry says when the impact ended.',
  'all-clear': 'No entry gives the all-clear.',
}

/** Finds the milestones of a timeline. Rows may stand in any order; each milestone names its row by index. */
export function milestonesOf(rows: readonly TimedEvent[]): Milestones {
  const told: Partial<Record<MilestoneName, Told[]>> = {}
  for (let row = 0; row < rows.length; row++) {
    const { kind, at } = rows[row]!
    const name = MILESTONE_OF[kind]
    if (!name) continue
    const list = told[name]
    if (list) list.push({ row, at })
    else told[name] = [{ row, at }]
  }
  const found = {} as Record<MilestoneName, Milestone>
  for (const name of MILESTONES) {
    const before = AFTER[name]
    found[name] = milestone(name, told[name] ?? [], before ? (found[before] ?? null) : null)
  }
  return found
}

interface Told {
  readonly row: number
  readonly at: Instant | null
}

function milestone(name: MilestoneName, told: readonly Told[], before: Milestone | null): Milestone {
  const timed: { readonly row: number; readonly at: Instant }[] = []
  for (const { row, at } of told) if (at !== null) timed.push({ row, at })
  if (timed.length === 0) {
    const [first] = told
    return first
      ? { at: null, row: first.row, reason: `The time of entry ${first.row + 1} cannot be read.` }
      : { at: null, row: null, reason: MISSING[name] }
  }
  timed.sort((a, b) => a.at - b.at || a.row - b.row)
  const since = before?.at ?? null
  const chosen = LAST.has(name)
    ? timed[timed.length - 1]!
    : (timed.find(({ at }) => since === null || at >= since) ?? timed[0]!)
  return { at: chosen.at, row: chosen.row, reason: null }
}
