/** How long it took to detect, acknowledge, mitigate and resolve, and how long the impact lasted (DESIGN section 6). */
import { type MilestoneName, type Milestones, milestonesOf, type TimedEvent } from './milestones.ts'

/** The durations in the order in which they are shown. */
export const DURATIONS = ['detect', 'acknowledge', 'mitigate', 'resolve', 'impact'] as const

/** One duration's name. */
export type DurationName = (typeof DURATIONS)[number]

/** A duration with the entries that it comes from; `milliseconds` is null with a reason where it cannot be told. */
export interface Duration {
  readonly name: DurationName
  readonly milliseconds: number | null
  /** Index of the entry that it starts from; null where there is none. */
  readonly from: number | null
  /** Index of the entry that it ends with; null where there is none. */
  readonly to: number | null
  /** A sentence where `milliseconds` is null. */
  readonly reason: string | null
}

const ENDS: Readonly<Record<DurationName, readonly [from: MilestoneName, to: MilestoneName]>> = {
  detect: ['impact-started', 'first-signal'],
  acknowledge: ['paged', 'acknowledged'],
  mitigate: ['paged', 'impact-ended'],
  resolve: ['paged', 'all-clear'],
  impact: ['impact-started', 'impact-ended'],
}

/** All durations of a timeline. */
export function durationsOf(
  rows: readonly TimedEvent[],
  milestones: Milestones = milestonesOf(rows),
): Readonly<Record<DurationName, Duration>> {
  return Object.fromEntries(DURATIONS.map((name) => [name, duration(name, milestones)])) as Record<
    DurationName,
    Duration
  >
}

function duration(name: DurationName, milestones: Milestones): Duration {
  const [fromName, toName] = ENDS[name]
  const from = milestones[fromName]
  const to = milestones[toName]
  const rows = { name, from: from.row, to: to.row }
  const reason = from.reason ?? to.reason
  if (from.at === null || to.at === null) return { ...rows, milliseconds: null, reason }
  if (to.at < from.at) {
    const order = `Entry ${to.row! + 1} (${toName}) stands before entry ${from.row! + 1} (${fromName}); check both times.`
    return { ...rows, milliseconds: null, reason: order }
  }
  return { ...rows, milliseconds: to.at - from.at, reason: null }
}
