/** What the lines around an event say about its kind: stories begin with changes and end with recovery. */
import type { EventKind } from '../evidence/event-kind.ts'

/** Where a line stands in its timeline; both values optional. */
export interface EventContext {
  /** The kinds of the lines before it, in their order. */
  readonly previous?: readonly EventKind[]
  /** Its place, 0 for the first line, 1 for the last. */
  readonly position?: number
}

const SIGNS: ReadonlySet<EventKind> = new Set<EventKind>([
  'impact-started',
  'observed',
  'alert',
  'paged',
  'acknowledged',
  'declared',
])

/** Points to add for a kind: at most about what a hint in the words gives. */
export function contextPoints(kind: EventKind, { previous, position }: EventContext): number {
  let points = 0
  if (previous) {
    const begun = previous.some((earlier) => SIGNS.has(earlier))
    const ended = previous.includes('impact-ended')
    if (kind === 'change') points += begun ? -1.5 : 1
    if (kind === 'mitigation') points += begun ? 1 : -1
    if (kind === 'impact-started') points += begun ? -0.8 : 0.8
    if (kind === 'follow-up' || kind === 'all-clear') points += ended ? 1 : -0.3
  }
  if (position !== undefined) {
    if (kind === 'impact-ended' || kind === 'all-clear') points += position > 0.85 ? 0.8 : position < 0.2 ? -1 : 0
    if (kind === 'follow-up' && position > 0.85) points += 0.8
  }
  return points
}
