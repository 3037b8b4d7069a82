/** What two facts can share that makes them one: a change, an address, an alert's name, rare words. */
import type { Fact } from './fact.ts'

/**
 * How strongly a shared key speaks for one event: `exact` (a commit, a number, an address) suffices, `name` (an alert, a
 * version) nearly, `thing` (a service) and `word` only with others.
 */
export type KeyStrength = 'exact' | 'name' | 'thing' | 'word'

/** One key of a fact. */
export interface FactKey {
  readonly key: string
  readonly strength: KeyStrength
}

const ORDER: readonly KeyStrength[] = ['exact', 'name', 'thing', 'word']
/** Labels in the words of the vendors. */
const EXACT_LABELS =
  /^(?:deployment_id|pr|pull_request|incident|incident_key|dedup_key|fingerprint|group_key|sha|commit|commit_sha|head_sha|revision)$/i
const NAME_LABELS = /^(?:alert_?name|alert|rule|monitor|check|version|tag|release)$/i
const THING_LABELS = /^(?:service|job|app|application|component|deployment|repository|repo|instance|host|cluster)$/i
const SHA = /(?<![0-9a-z])(?=[0-9a-f]{0,39}\d)(?=[0-9a-f]{0,39}[a-f])[0-9a-f]{7,40}(?![0-9a-z])/g
const NUMBER = /(?:#|\b(?:pr|pull request|mr|incident|change)\s{0,2}#?)(\d{2,8})\b/g
const THING = /[\p{L}\p{N}]+(?:[-_./][\p{L}\p{N}]+)+/gu
const CAMEL = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}*)+(?![\p{L}\p{N}])/gu
const WORD = /\p{L}{5,24}/gu
/** Longer texts say what they say at their beginning. */
const READ = 400
const MOST_WORDS = 24

/** The keys of a fact, each once with its greatest strength. */
export function factKeys(fact: Fact): readonly FactKey[] {
  const keys = new Map<string, KeyStrength>()
  const put = (key: string, strength: KeyStrength) => {
    const known = keys.get(key)
    if (known === undefined || ORDER.indexOf(strength) < ORDER.indexOf(known)) keys.set(key, strength)
  }
  if (fact.url) put(`url ${plainUrl(fact.url)}`, 'exact')
  for (const [label, value] of Object.entries(fact.labels ?? {})) {
    if (value.length < 2) continue
    const text = value.toLowerCase().slice(0, 200)
    if (EXACT_LABELS.test(label))
      put(/^[0-9a-f]{7,40}$/.test(text) ? commit(text) : `#${text.replace(/^#/, '')}`, 'exact')
    else if (NAME_LABELS.test(label)) put(text, 'name')
    else if (THING_LABELS.test(label)) put(text, 'thing')
  }
  const words = `${fact.title} ${fact.text ?? ''}`.slice(0, READ)
  const lower = words.toLowerCase()
  for (const [sha] of lower.matchAll(SHA)) put(commit(sha), 'exact')
  for (const [, number] of lower.matchAll(NUMBER)) put(`#${number}`, 'exact')
  for (const [name] of words.matchAll(CAMEL)) if (name.length >= 5) put(name.toLowerCase(), 'name')
  for (const [name] of lower.matchAll(THING))
    if (name.length >= 5) put(name, /^v?\d+\.\d/.test(name) ? 'name' : 'thing')
  let count = 0
  for (const [word] of lower.matchAll(WORD)) {
    if (COMMON.has(word) || count >= MOST_WORDS) continue
    put(word, 'word')
    count++
  }
  return [...keys].map(([key, strength]) => ({ key, strength }))
}

/** The alert that a fact is about, where its labels name one. */
export function alertName(fact: Fact): string | null {
  for (const [label, value] of Object.entries(fact.labels ?? {}))
    if (/^alert_?name$/i.test(label)) return value.toLowerCase()
  return null
}

/** Whether a key names a commit. */
export function isCommit(key: string): boolean {
  return key.startsWith('commit ')
}

/** Systems shorten commits to different lengths. */
function commit(sha: string): string {
  return `commit ${sha.slice(0, 7)}`
}

/** An address without what varies between tellings: scheme, query, fragment, last slash. */
function plainUrl(url: string): string {
  const address = url.slice(0, 500).replace(/^https?:\/\//i, '')
  const end = address.search(/[?#]/)
  return (end < 0 ? address : address.slice(0, end)).replace(/\/$/, '').toLowerCase()
}

/** Words that every incident holds, so that sharing them says nothing. */
const COMMON = new Set(
  `alert alerts alerting alarm firing fired triggered trigger incident incidents service services error errors critical warning
  severity resolved resolve production deploy deployed deployment deploying release released version started starting
  finished completed failed failing failure status update updated message channel engineer customer customers users
  about after again above below before being between could during every first found from have their there these this
  those through under until where which while would should acknowledged paged notified notification assigned`.split(
    /\s+/,
  ),
)
