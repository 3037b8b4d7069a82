/** The grammar of `INC-….evidence.jsonl`: one fact a line, whether it is used, and the timeline row it is bound to. */
import { ok, type Result, refuse } from '../base/result.ts'
import type { EvidenceProblem, Fact } from './fact.ts'
import { factText, fullerFact } from './fuller-fact.ts'
import type { RowKey } from './row-key.ts'

/**
 * What became of a fact: `used` stands in the timeline row it is bound to, `unused` was read and may still be offered,
 * `dropped` was taken out by a person and never comes back by itself.
 */
export type EvidenceState = 'used' | 'unused' | 'dropped'

/** One line: `{"state":"used","row":{…},"fact":{…}}`. `row` is null unless the fact is used. */
export interface EvidenceLine {
  readonly state: EvidenceState
  readonly row: RowKey | null
  readonly fact: Fact
}

/** All that a file holds; lines that could not be read are problems here and stay in the file as they are. */
export interface EvidenceFile {
  /** In the order of the file, each fact once. */
  readonly lines: readonly EvidenceLine[]
  readonly problems: readonly EvidenceProblem[]
}

/** What to set for a fact by its id. */
export interface EvidenceChange {
  readonly id: string
  readonly state: EvidenceState
  readonly row?: RowKey | null
}

/**
 * Reads a file. A line that is no JSON object with a fact (cut off, or not ours) is a problem with its number. Where one
 * fact stands on two lines, as after a merge in git, the fuller telling counts, and dropped before used before unused.
 */
export function parseEvidence(text: string): EvidenceFile {
  const lines = new Map<string, EvidenceLine>()
  const problems: EvidenceProblem[] = []
  for (const [number, { content, line }] of readLines(text).entries()) {
    if (content.trim() === '') continue
    if (typeof line === 'string') {
      problems.push({ path: `line ${number + 1}`, message: line })
      continue
    }
    const known = lines.get(line.fact.id)
    lines.set(line.fact.id, known ? joined(known, line) : line)
  }
  return { lines: [...lines.values()], problems }
}

/**
 * The file with facts added at its end as `unused`. A fact that is there already changes nothing, unless it now tells more;
 * its state and row stay, so dropped stays dropped. Every other byte of the file stays as it was.
 */
export function appendEvidence(existing: string, facts: readonly Fact[]): string {
  const known = new Map(parseEvidence(existing).lines.map((line) => [line.fact.id, line]))
  const added = new Map<string, Fact>()
  const fuller = new Map<string, EvidenceLine>()
  for (const fact of facts) {
    const line = fuller.get(fact.id) ?? known.get(fact.id)
    if (!line) {
      const earlier = added.get(fact.id)
      added.set(fact.id, earlier ? fullerFact(earlier, fact) : fact)
      continue
    }
    const better = fullerFact(line.fact, fact)
    if (factText(better) !== factText(line.fact)) fuller.set(fact.id, { ...line, fact: better })
  }
  const kept = rewrite(existing, fuller)
  if (added.size === 0) return kept
  const start = kept === '' || kept.endsWith('\n') ? kept : `${kept}\n`
  return start + [...added.values()].map((fact) => `${writeLine({ state: 'unused', row: null, fact })}\n`).join('')
}

/** The file with states and rows set; only the lines concerned change. Refused (`no-such-fact`) where an id is not in it. */
export function changeEvidence(existing: string, changes: readonly EvidenceChange[]): Result<string> {
  const known = new Map(parseEvidence(existing).lines.map((line) => [line.fact.id, line]))
  const changed = new Map<string, EvidenceLine>()
  for (const { id, state, row } of changes) {
    const line = changed.get(id) ?? known.get(id)
    if (!line) return refuse('no-such-fact', `The evidence holds no fact ${id}. Add it first, then set its state.`)
    const next = { ...line, state, row: state === 'used' ? (row === undefined ? line.row : row) : null }
    if (writeLine(next) !== writeLine(line)) changed.set(id, next)
  }
  return ok(rewrite(existing, changed))
}

function rewrite(existing: string, changed: ReadonlyMap<string, EvidenceLine>): string {
  if (changed.size === 0) return existing
  const done = new Set<string>()
  let result = ''
  for (const { content, ending, line } of readLines(existing)) {
    const next = typeof line === 'string' ? undefined : changed.get(line.fact.id)
    if (!next) result += content + ending
    // A second line of the same fact would bring its old state back.
    else if (!done.has(next.fact.id)) result += writeLine(next) + (ending || '\n')
    if (next) done.add(next.fact.id)
  }
  return result
}

function joined(a: EvidenceLine, b: EvidenceLine): EvidenceLine {
  const order: readonly EvidenceState[] = ['dropped', 'used', 'unused']
  const first = order.indexOf(b.state) < order.indexOf(a.state) ? b : a
  return { ...first, fact: fullerFact(a.fact, b.fact) }
}

function writeLine({ state, row, fact }: EvidenceLine): string {
  return JSON.stringify({ state, row, fact })
}

function readLines(text: string): { content: string; ending: string; line: EvidenceLine | string }[] {
  const result: { content: string; ending: string; line: EvidenceLine | string }[] = []
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    const whole = text.slice(at, end)
    const content = whole.replace(/\r?\n$/, '')
    result.push({ content, ending: whole.slice(content.length), line: readLine(content) })
    at = end
  }
  return result
}

function readLine(content: string): EvidenceLine | string {
  let value: unknown
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    return 'This line is no JSON; it may have been cut off. Expected one fact as a JSON object. It is kept as it stands and not used.'
  }
  const { state, row, fact } = (value ?? {}) as Record<string, unknown>
  if (!isFact(fact))
    return 'This line holds no fact. Expected {"state", "row", "fact": {"id", "source", "externalId", "at", "title"}}. It is kept as it stands and not used.'
  if (state !== 'used' && state !== 'unused' && state !== 'dropped')
    return `The state ${JSON.stringify(state) ?? 'is missing and'} is not known. Expected used, unused or dropped. The line is kept as it stands and not used.`
  return { state, row: isRowKey(row) ? row : null, fact }
}

function isFact(value: unknown): value is Fact {
  const fact = value as Partial<Record<keyof Fact, unknown>> | null
  return (
    typeof fact === 'object' &&
    fact !== null &&
    [fact.id, fact.source, fact.externalId, fact.title].every(
      (text) => typeof text === 'string' && text.length < 1e6,
    ) &&
    Number.isFinite(fact.at)
  )
}

function isRowKey(value: unknown): value is RowKey {
  const row = value as Partial<Record<keyof RowKey, unknown>> | null
  return (
    typeof row === 'object' &&
    row !== null &&
    typeof row.text === 'string' &&
    (row.at === null || Number.isFinite(row.at)) &&
    Array.isArray(row.links) &&
    row.links.every((link) => typeof link === 'string')
  )
}
