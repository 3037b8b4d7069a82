/** Weighs whether two facts of different systems tell the same event. */
import type { EventKind } from './event-kind.ts'
import type { Fact } from './fact.ts'
import { alertName, type FactKey, isCommit } from './fact-keys.ts'

/** A fact with what it can be matched by. */
export interface Candidate {
  readonly fact: Fact
  readonly kind: EventKind | null
  readonly keys: readonly (FactKey & { readonly rare: boolean })[]
}

const MINUTE = 60_000
/** How far apart two tellings may stand, in minutes: an alert passes through grouping, a deploy takes its time. */
const WINDOW_MINUTES: Readonly<Partial<Record<EventKind, number>>> = {
  change: 15,
  alert: 6,
  observed: 6,
  communicated: 10,
  declared: 10,
  'impact-ended': 10,
  'all-clear': 10,
}
const OTHER_WINDOW = 5
/** Where a change, an address or an id is the same, clocks may differ by this many times the window. */
const EXACT_FACTOR = 2
/** No two facts further apart than this are ever the same, in milliseconds. */
export const widestWindow = 15 * EXACT_FACTOR * MINUTE

const POINTS = { exact: 4, name: 2.5, thing: 1.3, word: 0.7 } as const
const ENOUGH = 3
/** Kinds that are one event seen from two sides. */
const SIDES: readonly ReadonlySet<EventKind | null>[] = [
  new Set(['alert', 'observed']),
  new Set(['impact-ended', 'all-clear']),
]

/** Points for being one event; 0 where they are not. More is surer; nearness in time breaks ties. */
export function sameEvent(a: Candidate, b: Candidate): number {
  if (a.fact.source === b.fact.source || !kindsFit(a.kind, b.kind) || stageOf(a) !== stageOf(b)) return 0
  if (contradict(a, b)) return 0
  const other = new Map(b.keys.map((key) => [key.key, key]))
  let points = 0
  let exact = false
  for (const { key, strength, rare } of a.keys) {
    const shared = other.get(key)
    if (!rare || !shared) continue
    points += Math.max(POINTS[strength], POINTS[shared.strength])
    exact ||= strength === 'exact'
  }
  const apart = Math.abs(a.fact.at - b.fact.at)
  const window = (WINDOW_MINUTES[a.kind ?? b.kind ?? 'other'] ?? OTHER_WINDOW) * MINUTE
  if (apart > window * (exact ? EXACT_FACTOR : 1)) return 0
  if (!exact && (isPerson(a) || isPerson(b))) return 0
  // A machine's message seldom states its kind; a name and a window then have to do.
  if (a.kind === null || b.kind === null || a.kind === b.kind) points += 0.5
  return points >= ENOUGH ? points + 1 / (1 + apart / MINUTE) : 0
}

/** Two alerts of different names, or two different commits, are two events whatever else they share. */
function contradict(a: Candidate, b: Candidate): boolean {
  const alerts = [alertName(a.fact), alertName(b.fact)]
  if (alerts[0] && alerts[1] && alerts[0] !== alerts[1]) return true
  const commits = a.keys.filter(({ key }) => isCommit(key))
  if (commits.length === 0 || !b.keys.some(({ key }) => isCommit(key))) return false
  return !commits.some(({ key }) => b.keys.some((other) => other.key === key))
}

/** A sentence by a person tells its own story: it joins a machine's fact only by naming the same change, address or id. */
function isPerson({ fact, kind }: Candidate): boolean {
  return (
    (fact.source === 'slack' && fact.actor !== undefined && fact.actor.bot !== true) ||
    (fact.source === 'notes' && kind === null)
  )
}

function kindsFit(a: EventKind | null, b: EventKind | null): boolean {
  if (a === b || a === null || b === null || a === 'other' || b === 'other') return true
  return SIDES.some((side) => side.has(a) && side.has(b))
}

/** Which end of a story a fact tells: an alert that resolves is not the alert that fired. */
function stageOf({ fact, kind }: Candidate): 'begins' | 'seen' | 'ends' {
  if (kind === 'acknowledged') return 'seen'
  if (kind === 'impact-ended' || kind === 'all-clear') return 'ends'
  if (kind !== null && kind !== 'alert' && kind !== 'observed' && kind !== 'other') return 'begins'
  const words = `${fact.type} ${fact.title}`.slice(0, 200)
  if (/resolv|recover|\bclear|\bclosed?\b|\bended\b|\[ok\]|\bnormal\b/i.test(words)) return 'ends'
  return /acknowledg|\back(?:ed)?\b/i.test(words) ? 'seen' : 'begins'
}
