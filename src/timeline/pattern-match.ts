/** Reads the patterns of `event-patterns.ts` and finds where they hold in a line. */
import type { EventWord } from './event-words.ts'
import { WORD_GROUPS, type WordPlaces } from './word-index.ts'

type Where = 'any' | 'beginning' | 'subject' | 'verb' | 'object'

interface Part {
  readonly where: Where
  readonly not: boolean
  /** Groups of a word and of those that follow it, with how many places later each may stand. */
  readonly chain: readonly { readonly groups: readonly number[]; readonly reach: number }[]
}

/** A pattern ready to be looked for. */
export type Pattern = readonly Part[]

/** How far apart `A+B` may stand, in words: next to each other but for a small word. */
const NEXT = 2
/** How far apart `A>B` may stand, in words. */
const NEAR = 4
/** How far apart `A>>B` may stand; less than the step between sentences. */
const FAR = 30
/** Places that count as the beginning of a line. */
const BEGINNING = 4
const WHERE: Readonly<Record<string, Where>> = { 'S:': 'subject', 'V:': 'verb', 'O:': 'object' }
const NUMBERS = new Map<string, number>(WORD_GROUPS.map((group, at) => [group, at]))

/** Reads a pattern; throws where it names a group of words that does not exist, which a test would show. */
export function readPattern(text: string): Pattern {
  return text.split(' ').map((part) => {
    const not = part.startsWith('!')
    const words = not ? part.slice(1) : part
    const where = WHERE[words.slice(0, 2)] ?? (words.startsWith('^') ? 'beginning' : 'any')
    const names = where === 'any' ? words : words.slice(where === 'beginning' ? 1 : 2)
    const chain = names.split(/(?<!>)(?=[>+])/).map((link) => ({
      groups: link
        .replace(/^[>+]+/, '')
        .split('|')
        .map(groupNumber),
      reach: link.startsWith('>>') ? FAR : link.startsWith('+') ? NEXT : NEAR,
    }))
    return { where, not, chain }
  })
}

/** The place of the latest of a pattern's parts, all of which hold; -1 where one does not. */
export function placeOf(pattern: Pattern, words: WordPlaces): number {
  let last = 0
  for (const part of pattern) {
    const place = find(part, words)
    if (place < 0 !== part.not) return -1
    if (place > last) last = place
  }
  return last
}

function find({ where, chain }: Part, words: WordPlaces): number {
  const { start, verb, end } = words.clause
  let from = 0
  let to = Infinity
  if (where === 'beginning') to = BEGINNING - 1
  else if (where === 'subject') {
    from = start
    to = verb < 0 ? end : verb - 1
  } else if (where !== 'any') {
    if (verb < 0) return -1
    from = where === 'verb' ? verb : verb + 1
    to = where === 'verb' ? verb : end
  }
  let best = -1
  for (const group of chain[0]!.groups)
    for (const place of words.groups[group]!) {
      if (place < from) continue
      if (place > to || (best >= 0 && place >= best)) break
      if (chain.length === 1 || follows(chain, 1, place, words.groups)) best = place
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

function groupNumber(name: string): number {
  const number = NUMBERS.get(name as EventWord)
  if (number === undefined) throw new Error(`event-patterns.ts names ${name}; event-words.ts has no such group.`)
  return number
}
