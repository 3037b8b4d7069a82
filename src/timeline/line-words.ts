/** Splits a line of English into words with their places. */

/** A word in lower case and its place: its number in the line, plus a step for each sentence before it. */
export interface LineWord {
  readonly text: string
  readonly place: number
  /** A comma, bracket, dash or colon stands before it. */
  readonly breaks: boolean
}

/** How many words of a line are read; what an entry is about stands at its beginning. */
const LONGEST_LINE = 80
const MOST_CHARACTERS = 1500
/** Added to the place of each word after a sentence ends, so that patterns do not reach across. */
export const SENTENCE_STEP = 100

/** Words that mean one thing together and nothing of what they mean apart. */
const JOINED: Readonly<Record<string, string>> = {
  'on call': 'oncall',
  'status page': 'statuspage',
  'root cause': 'rootcause',
  'post mortem': 'postmortem',
  'follow up': 'followup',
  'follow ups': 'followup',
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
  'fails over': 'failover',
  'roll over': 'rollover',
  'rolled over': 'rollover',
  'rolling over': 'rollover',
  'pager duty': 'pagerduty',
}
const JOINING = new Set(Object.keys(JOINED).map((pair) => pair.split(' ')[0]))

const TOKEN = /https?:\/\/\S+|[a-z0-9%#'’]+|[.;!?](?=\s)|[,(:|]|\s[-–—]\s|→|\n/g
const HTTP_ERROR = /^(?:40[0-9]|429|50[0-4]|52[0-9]|[45]xx)s?$/

/** The words of a line. HTTP errors read `5xx`, addresses `http`. */
export function lineWords(line: string): readonly LineWord[] {
  const text = line.slice(0, MOST_CHARACTERS).toLowerCase()
  const words: LineWord[] = []
  let place = 0
  let breaks = false
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match && words.length < LONGEST_LINE; match = TOKEN.exec(text)) {
    const word = match[0]
    const code = word.charCodeAt(0)
    if (isWord(code)) {
      const plain = plainWord(word)
      const last = words[words.length - 1]
      const joined = last && !breaks ? joinedWord(last.text, plain) : undefined
      if (joined) words[words.length - 1] = { ...last!, text: joined }
      else words.push({ text: plain, place: place++, breaks })
      breaks = false
    } else {
      breaks = true
      if (code === 46 || code === 33 || code === 63 || code === 10) place += words.length > 0 ? SENTENCE_STEP : 0
      else place += code === 59 ? 4 : code === 40 ? 8 : 1
    }
  }
  return words
}

/** One word for two, where they mean one thing: those listed, and `re-` with what it repeats. */
function joinedWord(first: string, second: string): string | undefined {
  if (first === 're') return first + second
  return JOINING.has(first) ? JOINED[`${first} ${second}`] : undefined
}

function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 37 ||
    code === 35 ||
    code === 39 ||
    code === 0x2019
  )
}

function plainWord(word: string): string {
  const first = word.charCodeAt(0)
  if (first >= 48 && first <= 57) {
    if (HTTP_ERROR.test(word)) return '5xx'
  } else if (word.startsWith('http') && word.includes('://')) return 'http'
  const plain = word.includes('’') ? word.replaceAll('’', "'") : word
  return plain.includes("'") ? plain.replace(/'(?:ve|re|ll|m|d|s)?$/, '') : plain
}
