/** Weighs one line of a timeline for each kind of event. */
import { EVENT_KINDS, type EventKind } from '../evidence/event-kind.ts'
import { EVENT_PATTERNS } from './event-patterns.ts'
import { type Pattern, placeOf, readPattern } from './pattern-match.ts'
import { WORD_GROUPS, wordPlaces } from './word-index.ts'

interface Weighed {
  /** Place of the kind in `EVENT_KINDS`. */
  readonly kind: number
  readonly strength: number
  readonly text: string
  readonly pattern: Pattern
}

interface Patterns {
  readonly all: readonly Weighed[]
  /** Numbers of the patterns whose first part needs a group: a line without it need not be asked. */
  readonly byFirst: readonly (readonly number[])[]
  /** How many lines were weighed, and for each pattern the last of them for which it was asked. */
  lines: number
  readonly asked: Float64Array
}

/** A pattern that holds in a line, and what it adds to its kind. */
export interface Reason {
  readonly kind: EventKind
  readonly points: number
  readonly pattern: string
}

/** How a story ends is told last: what ends it counts nearly whole wherever it stands. */
const OUTCOME = 0.8
const ENDED = EVENT_KINDS.indexOf('impact-ended')
const CLEAR = EVENT_KINDS.indexOf('all-clear')

let patterns: Patterns | null = null

/** Points for each kind, in the order of `EVENT_KINDS`; `why`, where given, receives each pattern that holds. */
export function kindScores(line: string, why?: Reason[]): number[] {
  patterns ??= readPatterns()
  const words = wordPlaces(line)
  const scores = EVENT_KINDS.map(() => 0)
  const { all, byFirst, asked } = patterns
  const now = ++patterns.lines
  for (let group = 0; group < words.groups.length; group++) {
    if (words.groups[group]!.length === 0) continue
    for (const number of byFirst[group]!) {
      if (asked[number] === now) continue
      asked[number] = now
      const { kind, strength, text, pattern } = all[number]!
      const place = placeOf(pattern, words)
      if (place < 0) continue
      const points =
        strength * (kind === ENDED || kind === CLEAR ? Math.max(OUTCOME, nearness(place)) : nearness(place))
      scores[kind]! += points
      why?.push({ kind: EVENT_KINDS[kind]!, points, pattern: text })
    }
  }
  return scores
}

/** What is said first says what the entry is about: later words and later sentences count less. */
function nearness(place: number): number {
  if (place >= 200) return 0.25
  if (place >= 100) return 0.4
  return place < 10 ? 1 : place < 18 ? 0.8 : 0.6
}

function readPatterns(): Patterns {
  const all = Object.entries(EVENT_PATTERNS).flatMap(([kind, list]) =>
    list.map(([strength, text]) => ({
      kind: EVENT_KINDS.indexOf(kind as EventKind),
      strength,
      text,
      pattern: readPattern(text),
    })),
  )
  const byFirst: number[][] = WORD_GROUPS.map(() => [])
  for (const [number, { pattern }] of all.entries())
    for (const group of pattern[0]!.chain[0]!.groups) byFirst[group]!.push(number)
  return { all, byFirst, lines: 0, asked: new Float64Array(all.length) }
}
