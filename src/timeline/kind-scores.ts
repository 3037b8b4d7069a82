/** Weighs one line of a timeline for each kind of event. */
import { EVENT_KINDS, type EventKind } from '../evidence/event-kind.ts'
import { EVENT_PATTERNS } from './event-patterns.ts'
import type { EventWord } from './event-words.ts'
import { WORD_GROUPS, wordPlaces } from './word-index.ts'

interface Element {
  readonly groups: readonly number[]
  /** How many words after the element before it this one may stand. */
  readonly reach: number
}

interface Compiled {
  readonly kind: number
  readonly strength: number
  readonly text: string
  readonly start: boolean
  readonly elements: readonly Element[]
  readonly without: readonly number[]
}

/** How far apart neighbours in a pattern may stand, in words. */
const NEAR = 4
/** How far apart `..` lets them stand; less than the step between sentences. */
const FAR = 30
/** Places that count as the beginning of a line. */
const BEGINNING = 4

let compiled: readonly Compiled[] | null = null

/** Points for each kind; `why`, where given, receives each pattern that matched with the points it gave. */
export function kindScores(line: string, why?: string[]): Record<EventKind, number> {
  compiled ??= compile()
  const places = wordPlaces(line)
  const scores = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, 0])) as Record<EventKind, number>
  for (const pattern of compiled) {
    const place = find(pattern, places.groups)
    if (place < 0) continue
    const kind = EVENT_KINDS[pattern.kind]!
    const points = pattern.strength * nearness(place)
    scores[kind] += points
    why?.push(`${kind} ${points.toFixed(2)} ${pattern.text}`)
  }
  return scores
}

/** What is said first says what the entry is about: later words and later sentences count less. */
function nearness(place: number): number {
  if (place >= 200) return 0.3
  if (place >= 100) return 0.5
  return place < 10 ? 1 : place < 20 ? 0.85 : 0.7
}

function find(pattern: Compiled, places: readonly (readonly number[])[]): number {
  for (const group of pattern.without) if (places[group]!.length > 0) return -1
  const [first, ...rest] = pattern.elements
  if (!first) return -1
  let best = -1
  for (const group of first.groups) {
    for (const place of places[group]!) {
      if (pattern.start && place >= BEGINNING) break
      if (best >= 0 && place >= best) break
      if (matchesFrom(rest, 0, place, places)) best = place
    }
  }
  return best
}

function matchesFrom(
  rest: readonly Element[],
  next: number,
  from: number,
  places: readonly (readonly number[])[],
): boolean {
  const element = rest[next]
  if (!element) return true
  for (const group of element.groups)
    for (const place of places[group]!) {
      if (place <= from) continue
      if (place > from + element.reach) break
      if (matchesFrom(rest, next + 1, place, places)) return true
    }
  return false
}

function compile(): Compiled[] {
  const number = new Map<string, number>(WORD_GROUPS.map((group, at) => [group, at]))
  const groupsOf = (names: string) => names.split('|').map((name) => number.get(name as EventWord) ?? unknown(name))
  const result: Compiled[] = []
  for (const [kind, patterns] of Object.entries(EVENT_PATTERNS))
    for (const [strength, text] of patterns) {
      const elements: Element[] = []
      const without: number[] = []
      let reach = NEAR
      for (const part of text.split(' ')) {
        if (part === '..') reach = FAR
        else if (part.startsWith('-')) without.push(...groupsOf(part.slice(1)))
        else {
          elements.push({ groups: groupsOf(part.replace('^', '')), reach })
          reach = NEAR
        }
      }
      const start = text.startsWith('^')
      result.push({ kind: EVENT_KINDS.indexOf(kind as EventKind), strength, text, start, elements, without })
    }
  return result
}

function unknown(name: string): never {
  throw new Error(`event-patterns.ts names the word group ${name}, which event-words.ts does not have.`)
}
