/** Weighs one line of a timeline for each kind of event. */
import { EVENT_KINDS, type EventKind } from '../evidence/event-kind.ts'
import { EVENT_PATTERNS } from './event-patterns.ts'
import type { EventWord } from './event-words.ts'
import { WORD_GROUPS, type WordPlaces, wordPlaces } from './word-index.ts'

type Where = 'any' | 'subject' | 'verb' | 'object' | 'beginning'

interface Part {
  readonly where: Where
  readonly not: boolean
  /** Groups of the word and of those that follow it, with how many places later each may stand. */
  readonly chain: readonly { readonly groups: readonly number[]; readonly reach: number }[]
}

interface Compiled {
  readonly kind: number
  readonly strength: number
  readonly text: string
  readonly parts: readonly Part[]
}

/** How far apart `A+B` may stand, in words: next to each other but for a small word. */
const NEXT = 2
/** How far apart `A>B` may stand, in words. */
const NEAR = 4
/** How far apart `A>>B` may stand; less than the step between sentences. */
const FAR = 30
/** Places that count as the beginning of a line. */
const BEGINNING = 4
const WHERE: Readonly<Record<string, Where>> = { 'S:': 'subject', 'V:': 'verb', 'O:': 'object' }

let compiled: readonly Compiled[] | null = null

/** Points for each kind; `why`, where given, receives each pattern that matched with the points it gave. */
export function kindScores(line: string, why?: string[]): Record<EventKind, number> {
  compiled ??= compile()
  const words = wordPlaces(line)
  const scores = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, 0])) as Record<EventKind, number>
  for (const { kind, strength, text, parts } of compiled) {
    let last = 0
    for (const part of parts) {
      const place = find(part, words)
      if (place < 0 !== part.not) {
        last = -1
        break
      }
      if (place > last) last = place
    }
    if (last < 0) continue
    const points = strength * nearness(last)
    scores[EVENT_KINDS[kind]!] += points
    why?.push(`${EVENT_KINDS[kind]} ${points.toFixed(1)} ${text}`)
  }
  return scores
}

/** What is said first says what the entry is about: later words and later sentences count less. */
function nearness(place: number): number {
  if (place >= 200) return 0.25
  if (place >= 100) return 0.4
  return place < 10 ? 1 : place < 18 ? 0.8 : 0.6
}

/** The first place where the part holds; -1 where it does not. */
function find({ where, chain }: Part, words: WordPlaces): number {
  const { start, verb, end } = words.clause
  if (verb < 0 && (where === 'verb' || where === 'object')) return -1
  const from = where === 'verb' ? verb : where === 'object' ? verb + 1 : where === 'subject' ? start : 0
  const to =
    where === 'verb'
      ? verb
      : where === 'object'
        ? end
        : where === 'subject'
          ? verb < 0
            ? end
            : verb - 1
          : where === 'beginning'
            ? BEGINNING - 1
            : Infinity
  let best = -1
  for (const group of chain[0]!.groups)
    for (const place of words.groups[group]!) {
      if (place < from) continue
      if (place > to || (best >= 0 && place >= best)) break
      if (follows(chain, 1, place, words.groups)) best = place
    }
  return best
}

function follows(chain: Part['chain'], next: number, from: number, groups: readonly (readonly number[])[]): boolean {
  const link = chain[next]
  if (!link) return true
  for (const group of link.groups)
    for (const place of groups[group]!) {
      if (place <= from) continue
      if (place > from + link.reach) break
      if (follows(chain, next + 1, place, groups)) return true
    }
  return false
}

function compile(): Compiled[] {
  const number = new Map<string, number>(WORD_GROUPS.map((group, at) => [group, at]))
  const groupsOf = (names: string) => names.split('|').map((name) => number.get(name as EventWord) ?? unknown(name))
  const partOf = (text: string): Part => {
    const not = text.startsWith('!')
    const words = not ? text.slice(1) : text
    const where = WHERE[words.slice(0, 2)] ?? (words.startsWith('^') ? 'beginning' : 'any')
    const names = where === 'any' ? words : words.slice(where === 'beginning' ? 1 : 2)
    const chain: { groups: number[]; reach: number }[] = []
    for (const link of names.split(/(?<![>])(?=[>+])/)) {
      const reach = link.startsWith('>>') ? FAR : link.startsWith('+') ? NEXT : NEAR
      chain.push({ groups: groupsOf(link.replace(/^[>+]+/, '')), reach })
    }
    return { where, not, chain }
  }
  return Object.entries(EVENT_PATTERNS).flatMap(([kind, patterns]) =>
    patterns.map(([strength, text]) => ({
      kind: EVENT_KINDS.indexOf(kind as EventKind),
      strength,
      text,
      parts: text.split(' ').map(partOf),
    })),
  )
}

function unknown(name: string): never {
  throw new Error(`event-patterns.ts names the word group ${name}, which event-words.ts does not have.`)
}
