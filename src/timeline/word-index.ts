/** Reads a line of English into the places of words that mean something in an incident. */
import { EVENT_WORDS, type EventWord } from './event-words.ts'

/** How many words of a line are read; what an entry is about stands at its beginning. */
const LONGEST_LINE = 80
/** Added to the place of each word after a sentence ends, so that patterns do not reach across. */
const SENTENCE_STEP = 100

interface Phrase {
  readonly rest: readonly string[]
  readonly words: readonly number[]
}

interface Index {
  readonly single: ReadonlyMap<string, readonly number[]>
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
}

/** Words that mean one thing together and nothing of what they mean apart. */
const JOINED: Readonly<Record<string, string>> = {
  'on call': 'oncall',
  'status page': 'statuspage',
  'root cause': 'rootcause',
  'post mortem': 'postmortem',
  'follow up': 'followup',
  'log in': 'login',
  'logged in': 'login',
  'logging in': 'login',
  'log out': 'logout',
  'logged out': 'logout',
  'e mail': 'email',
  'e mails': 'emails',
  'shut down': 'shutdown',
  'fail over': 'failover',
  'failed over': 'failover',
  'failing over': 'failover',
  'roll over': 'rollover',
  'rolled over': 'rollover',
}
const JOINING = new Set(Object.keys(JOINED).map((pair) => pair.split(' ')[0]))

/** All groups of words; a group's number is its place in this list. */
export const WORD_GROUPS = Object.keys(EVENT_WORDS) as readonly EventWord[]

const STILL_WORDS: ReadonlySet<string> = new Set(
  'TEAM WE USER VENDOR ONCALL MONITOR PAGENOUN INCIDENT OUTAGE WARROOM CASE TICKET RUNBOOK LOGS CAUSENOUN CAUSE DUE RATE SERVICE PARTIAL FULLY START PLANNED NOT STILL STATUSPAGE CHANNEL FIX'.split(
    ' ',
  ),
)
const ACTS: readonly boolean[] = WORD_GROUPS.map((group) => !STILL_WORDS.has(group))

let index: Index | null = null

/** Where the words of a line stand. */
export interface WordPlaces {
  /** For each group its places: the word's number, 100 more for each sentence before it. */
  readonly groups: readonly (readonly number[])[]
  /** The place of the first word that looks like the sentence's verb; -1 where none does. */
  readonly verb: number
}

/** Finds the words of a line that mean something here. */
export function wordPlaces(line: string): WordPlaces {
  index ??= buildIndex()
  const places: number[][] = WORD_GROUPS.map(() => [])
  const { tokens, at } = tokensOf(line)
  let verb = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const groups = index.single.get(token)
    if (groups) {
      for (const group of groups) note(places[group]!, at[i]!)
      if (verb < 0 && groups.some((group) => ACTS[group]) && looksLikeVerb(token, tokens[i - 1])) verb = at[i]!
    }
    const phrases = index.phrases.get(token)
    if (!phrases) continue
    for (const phrase of phrases)
      if (follows(tokens, i + 1, phrase.rest)) for (const group of phrase.words) note(places[group]!, at[i]!)
  }
  return { groups: places, verb }
}

const IRREGULAR = new Set(
  'found saw sent brought told went goes came broke lost fell rose grew began ran took made put set got shut hung froze died wrote dug woke is'.split(
    ' ',
  ),
)
const BEFORE_NOUN = new Set(
  'the a an of some all more no new several many multiple few first second these those our their its for with from about to by'.split(
    ' ',
  ),
)
const BEFORE_VERB = new Set(
  "we i they to and could can will would did didn't engineers users customers teams developers users people".split(' '),
)

function looksLikeVerb(token: string, before: string | undefined): boolean {
  if (token.endsWith('ed') || IRREGULAR.has(token)) return true
  if (before === undefined) return token.endsWith('ing')
  if (BEFORE_VERB.has(before)) return true
  return (token.endsWith('s') || token.endsWith('ing')) && !BEFORE_NOUN.has(before)
}

function note(list: number[], place: number): void {
  if (list[list.length - 1] !== place) list.push(place)
}

function follows(tokens: readonly string[], from: number, rest: readonly string[]): boolean {
  for (let i = 0; i < rest.length; i++) if (tokens[from + i] !== rest[i]) return false
  return true
}

const TOKEN = /https?:\/\/\S+|[a-z0-9%#'’]+|[.;!?](?=\s)|,|\(|\n/g
const HTTP_ERROR = /^(?:40[0-9]|429|50[0-4]|52[0-9]|[45]xx)s?$/

function tokensOf(line: string): { tokens: string[]; at: number[] } {
  const tokens: string[] = []
  const at: number[] = []
  let place = 0
  TOKEN.lastIndex = 0
  const text = line.length > 2000 ? line.slice(0, 2000).toLowerCase() : line.toLowerCase()
  for (let match = TOKEN.exec(text); match && tokens.length < LONGEST_LINE; match = TOKEN.exec(text)) {
    const word = match[0]
    const code = word.charCodeAt(0)
    if (word === ',' || word === '(') place += 1
    else if (code === 46 || code === 59 || code === 33 || code === 63 || code === 10) {
      if (tokens.length > 0) place += SENTENCE_STEP
    } else {
      tokens.push(
        HTTP_ERROR.test(word) ? '5xx' : word.startsWith('http') && word.includes('://') ? 'http' : plain(word),
      )
      at.push(place++)
    }
  }
  return JOINING.size > 0 ? joined(tokens, at) : { tokens, at }
}

function joined(tokens: string[], at: number[]): { tokens: string[]; at: number[] } {
  let to = 0
  for (let from = 0; from < tokens.length; from++, to++) {
    const token = tokens[from]!
    const whole = JOINING.has(token) ? JOINED[`${token} ${tokens[from + 1]}`] : undefined
    tokens[to] = whole ?? token
    at[to] = at[from]!
    if (whole) from++
  }
  tokens.length = to
  at.length = to
  return { tokens, at }
}

function plain(word: string): string {
  return word.includes('’') ? word.replaceAll('’', "'") : word
}

function buildIndex(): Index {
  const single = new Map<string, number[]>()
  const phrases = new Map<string, { rest: string[]; words: number[] }[]>()
  WORD_GROUPS.forEach((group, number) => {
    for (const raw of EVENT_WORDS[group].split(';')) {
      const entry = raw.trim()
      if (entry === '') continue
      const literal = entry.endsWith('!')
      const [first = '', ...rest] = (literal ? entry.slice(0, -1) : entry).split(/\s+/)
      for (const form of literal ? [first] : formsOf(first)) {
        if (rest.length === 0) single.set(form, [...(single.get(form) ?? []), number])
        else phrases.set(form, [...(phrases.get(form) ?? []), { rest, words: [number] }])
      }
      // A phrase of nouns takes its plural at the end.
      if (!literal && rest.length > 0) {
        const plural = [...rest.slice(0, -1), `${rest[rest.length - 1]}s`]
        phrases.set(first, [...(phrases.get(first) ?? []), { rest: plural, words: [number] }])
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
