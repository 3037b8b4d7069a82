/** Reads a line of English into the places of words that mean something in an incident. */
import { type Clause, mainClause } from './clause.ts'
import { EVENT_WORDS, type EventWord } from './event-words.ts'
import { type LineWord, lineWords } from './line-words.ts'

interface Phrase {
  /** The words after the first. */
  readonly rest: readonly string[]
  readonly group: number
  /** The last word may stand in the plural. */
  readonly plural: boolean
}

interface Index {
  /** Groups of words that stand as they are, and of those read in every form. */
  readonly exact: ReadonlyMap<string, readonly number[]>
  readonly bases: ReadonlyMap<string, readonly number[]>
  readonly exactPhrases: ReadonlyMap<string, readonly Phrase[]>
  readonly basePhrases: ReadonlyMap<string, readonly Phrase[]>
}

/** The groups of a word, and whether it can be a verb that matters here or say how something is. */
interface Groups {
  readonly groups: readonly number[]
  readonly acts: boolean
  readonly states: boolean
}

interface Meaning extends Groups {
  readonly phrases: readonly Phrase[]
}

/** Where the words of a line stand. */
export interface WordPlaces {
  /** For each group its places. */
  readonly groups: readonly (readonly number[])[]
  readonly clause: Clause
}

/** All groups of words; a group's number is its place in this list. */
export const WORD_GROUPS = Object.keys(EVENT_WORDS) as readonly EventWord[]

/** Groups whose words are no verbs, though they may look like one. */
const THINGS = new Set<EventWord>(
  `TEAM USER VENDOR ONCALL SERVICE RATE CAPACITY MONITOR INCIDENT OUTAGE WARROOM CASE TICKET RUNBOOK LOGS ROOT CAUSENOUN DUE FULLY START PLANNED NOT STILL
  STATUSPAGE CHANNEL NOLONGER AUDIENCE FIX AFFECT LATERWORK MARKSTART MARKEND CEASED TOFIND FAULTY AGAIN ALLSYSTEMS SEVERITYUP ACCIDENT`.split(
    /\s+/,
  ) as EventWord[],
)
const [NAME, ATTEMPTED, NOVERB] = ['NAME', 'ATTEMPTED', 'NOVERB'].map((mark) =>
  WORD_GROUPS.indexOf(mark as EventWord),
) as [number, number, number]
const ACTS: readonly boolean[] = WORD_GROUPS.map((group) => !THINGS.has(group))
const STATES: readonly boolean[] = WORD_GROUPS.map((group) => group === 'GOOD' || group === 'BAD' || group === 'CLOSED')
/** The places of a group that does not occur; one list for all of them, since most do not. */
const NOWHERE: readonly number[] = []
/** Words looked up before are remembered, up to this many. */
const REMEMBERED = 4000

let index: Index | null = null
const meanings = new Map<string, Meaning>()

/** Finds the words of a line that mean something here. */
export function wordPlaces(line: string): WordPlaces {
  const words = lineWords(line)
  const found = words.map((_, i) => groupsAt(words, i))
  const clause = mainClause(
    words,
    (word) => found[word]!.acts,
    (word) => found[word]!.states,
  )
  const places: (readonly number[])[] = WORD_GROUPS.map(() => NOWHERE)
  let unknown = 0
  let known = 0
  for (let i = 0; i < words.length; i++) {
    const { place } = words[i]!
    const { groups } = found[i]!
    for (const group of groups) note(places, group, place)
    if (place >= clause.verb) continue
    if (groups.length > 0) known++
    else unknown++
  }
  // A subject of a few words that we do not know is a name, most likely.
  if (unknown > 0 && unknown <= 3 && known === 0) note(places, NAME, clause.start)
  if (clause.attempted) note(places, ATTEMPTED, clause.start)
  if (clause.verb < 0) note(places, NOVERB, clause.start)
  return { groups: places, clause }
}

function groupsAt(words: readonly LineWord[], at: number): Groups {
  const meaning = meaningOf(words[at]!.text)
  let all: number[] | null = null
  for (const phrase of meaning.phrases) {
    if (!follows(words, at + 1, phrase)) continue
    all ??= [...meaning.groups]
    all.push(phrase.group)
  }
  return all ? groupsOf(all) : meaning
}

function groupsOf(groups: readonly number[]): Groups {
  return { groups, acts: groups.some((group) => ACTS[group]), states: groups.some((group) => STATES[group]) }
}

function note(places: (readonly number[])[], group: number, place: number): void {
  const list = places[group]!
  if (list === NOWHERE) places[group] = [place]
  else if (list[list.length - 1] !== place) (list as number[]).push(place)
}

function follows(words: readonly LineWord[], from: number, { rest, plural }: Phrase): boolean {
  for (let i = 0; i < rest.length; i++) {
    const word = words[from + i]?.text
    if (word !== rest[i] && !(plural && i === rest.length - 1 && word === `${rest[i]}s`)) return false
  }
  return true
}

function meaningOf(word: string): Meaning {
  const known = meanings.get(word)
  if (known) return known
  index ??= buildIndex()
  const groups = [...(index.exact.get(word) ?? [])]
  const phrases = [...(index.exactPhrases.get(word) ?? [])]
  for (const base of basesOf(word)) {
    groups.push(...(index.bases.get(base) ?? []))
    phrases.push(...(index.basePhrases.get(base) ?? []))
  }
  const meaning = { ...groupsOf([...new Set(groups)]), phrases }
  if (meanings.size >= REMEMBERED) meanings.clear()
  meanings.set(word, meaning)
  return meaning
}

/** The words of which a word may be a regular form: `tried` -> `tried, tri, trie, try`. */
function basesOf(word: string): readonly string[] {
  const bases = [word]
  if (word.endsWith('s')) {
    bases.push(word.slice(0, -1))
    if (word.endsWith('es')) bases.push(word.slice(0, -2))
    if (word.endsWith('ies')) bases.push(`${word.slice(0, -3)}y`)
  } else if (word.endsWith('ed') || word.endsWith('ing')) {
    const stem = word.slice(0, word.endsWith('ed') ? -2 : -3)
    bases.push(stem, `${stem}e`)
    if (word.endsWith('ied')) bases.push(`${word.slice(0, -3)}y`)
    if (stem.length > 2 && stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1))
  }
  return bases
}

function buildIndex(): Index {
  const exact = new Map<string, number[]>()
  const bases = new Map<string, number[]>()
  const exactPhrases = new Map<string, Phrase[]>()
  const basePhrases = new Map<string, Phrase[]>()
  for (let group = 0; group < WORD_GROUPS.length; group++)
    for (const raw of EVENT_WORDS[WORD_GROUPS[group]!].split(';')) {
      const text = raw.trim()
      if (text === '') continue
      const literal = text.endsWith('!')
      const [first = '', ...rest] = (literal ? text.slice(0, -1) : text).split(' ')
      if (rest.length === 0) put(literal ? exact : bases, first, group)
      else put(literal ? exactPhrases : basePhrases, first, { rest, group, plural: !literal })
    }
  return { exact, bases, exactPhrases, basePhrases }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
