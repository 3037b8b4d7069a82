/** Reads a line of English into the places of words that mean something in an incident. */
import { type Clause, mainClause } from './clause.ts'
import { EVENT_WORDS, type EventWord } from './event-words.ts'
import { type LineWord, lineWords } from './line-words.ts'

interface Phrase {
  readonly rest: readonly string[]
  readonly groups: readonly number[]
}

interface Index {
  readonly single: ReadonlyMap<string, readonly number[]>
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
}

/** All groups of words; a group's number is its place in this list. */
export const WORD_GROUPS = Object.keys(EVENT_WORDS) as readonly EventWord[]

/** Groups whose words are no verbs, though they may look like one. */
const THINGS = new Set<EventWord>(
  `TEAM USER VENDOR ONCALL SERVICE RATE CAPACITY MONITOR INCIDENT OUTAGE WARROOM CASE TICKET RUNBOOK LOGS ROOT CAUSENOUN DUE FULLY START PLANNED NOT STILL
  STATUSPAGE CHANNEL AUDIENCE FIX AFFECT LATERWORK MARKSTART MARKEND CEASED`.split(/\s+/) as EventWord[],
)
const [NAME, ATTEMPTED, NOVERB] = ['NAME', 'ATTEMPTED', 'NOVERB'].map((mark) =>
  WORD_GROUPS.indexOf(mark as EventWord),
) as [number, number, number]
const ACTS: readonly boolean[] = WORD_GROUPS.map((group) => !THINGS.has(group))
const STATES: readonly boolean[] = WORD_GROUPS.map((group) => group === 'GOOD' || group === 'BAD' || group === 'CLOSED')

const NONE: readonly number[] = []

let index: Index | null = null

/** Where the words of a line stand. */
export interface WordPlaces {
  /** For each group its places. */
  readonly groups: readonly (readonly number[])[]
  readonly clause: Clause
}

/** Finds the words of a line that mean something here. */
export function wordPlaces(line: string): WordPlaces {
  index ??= buildIndex()
  const { single, phrases } = index
  const places: number[][] = WORD_GROUPS.map(() => [])
  const words = lineWords(line)
  const meanings = words.map(({ text }, i) => {
    const found = single.get(text)
    const longer = phrases.get(text)?.filter(({ rest }) => follows(words, i + 1, rest))
    return longer?.length ? [...(found ?? []), ...longer.flatMap(({ groups }) => groups)] : (found ?? NONE)
  })
  const clause = mainClause(
    words,
    (word) => meanings[word]!.some((group) => ACTS[group]),
    (word) => meanings[word]!.some((group) => STATES[group]),
  )
  let unknown = 0
  let known = 0
  for (const [i, { place }] of words.entries()) {
    for (const group of meanings[i]!) note(places[group]!, place)
    if (place >= clause.verb) continue
    if (meanings[i]!.length > 0) known++
    else unknown++
  }
  // A subject of a few words that we do not know is a name, most likely.
  if (unknown > 0 && unknown <= 3 && known === 0) places[NAME]!.push(clause.start)
  if (clause.attempted) places[ATTEMPTED]!.push(clause.start)
  if (clause.verb < 0) places[NOVERB]!.push(clause.start)
  return { groups: places, clause }
}

function note(list: number[], place: number): void {
  if (list[list.length - 1] !== place) list.push(place)
}

function follows(words: readonly LineWord[], from: number, rest: readonly string[]): boolean {
  for (let i = 0; i < rest.length; i++) if (words[from + i]?.text !== rest[i]) return false
  return true
}

function buildIndex(): Index {
  const single = new Map<string, number[]>()
  const phrases = new Map<string, { rest: string[]; groups: number[] }[]>()
  WORD_GROUPS.forEach((group, number) => {
    for (const raw of EVENT_WORDS[group].split(';')) {
      const entry = raw.trim()
      if (entry === '') continue
      const literal = entry.endsWith('!')
      const [first = '', ...rest] = (literal ? entry.slice(0, -1) : entry).split(/\s+/)
      for (const form of literal ? [first] : formsOf(first)) {
        if (rest.length === 0) single.set(form, [...(single.get(form) ?? []), number])
        else phrases.set(form, [...(phrases.get(form) ?? []), { rest, groups: [number] }])
      }
      // A phrase of nouns takes its plural at the end.
      if (!literal && rest.length > 0) {
        const plural = [...rest.slice(0, -1), `${rest[rest.length - 1]}s`]
        phrases.set(first, [...(phrases.get(first) ?? []), { rest: plural, groups: [number] }])
      }
    }
  })
  return { single, phrases }
}

/** The regular forms of a word as verb and as noun: `deploy` -> deploys, deployed, deploying; `try` -> tries, tried. */
export function formsOf(word: string): readonly string[] {
  const forms = new Set([word])
  const last = word.at(-1) ?? ''
  const stem = word.slice(0, -1)
  if (last === 'e') for (const ending of ['es', 'ed', 'ing']) forms.add(stem + ending)
  else if (last === 'y' && !/[aeiou]y$/.test(word)) {
    for (const ending of ['ies', 'ied', 'ying']) forms.add(stem + ending)
  } else if (/(?:s|x|z|ch|sh)$/.test(word)) for (const ending of ['es', 'ed', 'ing']) forms.add(word + ending)
  else for (const ending of ['s', 'ed', 'ing']) forms.add(word + ending)
  if (/[^aeiou][aeiou][bdgklmnprtv]$/.test(word)) for (const ending of ['ed', 'ing']) forms.add(word + last + ending)
  return [...forms]
}
