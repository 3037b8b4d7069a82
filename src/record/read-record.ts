/** Reads a record: its entries, and every line that is not as it should be, by number; no line is ever lost. */
import { digest } from '../base/digest.ts'
import { parseInstant } from '../base/instant.ts'
import type { Entry } from './entry.ts'
import { dataMisfit, isObject, isVerb, VERBS } from './entry-data.ts'
import { type RecordLine, recordLines } from './record-lines.ts'
import { entryId } from './seal-entry.ts'

/** What can be wrong with a line. */
export type RecordProblemCode =
  | 'branched-chain'
  | 'broken-chain'
  | 'conflict-marker'
  | 'not-an-entry'
  | 'not-json'
  | 'truncated-line'
  | 'unknown-verb'
  | 'wrong-data'
  | 'wrong-id'

/** One line that is not as it should be: its 1-based number, a sentence, and the line as it stands. */
export interface RecordProblem {
  readonly code: RecordProblemCode
  readonly line: number
  readonly message: string
  readonly raw: string
}

/** A record as read. `lines[i]` is the line of `entries[i]`; `head` is the digest of the last line, null for an empty record. */
export interface ReadRecord {
  readonly entries: readonly Entry[]
  readonly lines: readonly number[]
  readonly problems: readonly RecordProblem[]
  readonly head: string | null
}

/**
 * Reads the text of a `.record.jsonl`. Never fails: lines that cannot be understood, verbs that we do not know, a broken or branched
 * chain and a cut last line are problems. An entry whose chain or id is wrong is still read; whoever relies on it must look at `problems`.
 */
export function readRecord(text: string): ReadRecord {
  const entries: Entry[] = []
  const lines: number[] = []
  const problems: RecordProblem[] = []
  const seen = new Map<string, number>()
  let head: string | null = null
  let before = 0
  for (const held of recordLines(text)) {
    const report = (code: RecordProblemCode, message: string) =>
      problems.push({ code, line: held.line, message: `Line ${held.line} of the record ${message}`, raw: held.raw })
    const value = lineToValue(held, report)
    if (value !== null) {
      checkChain(value.previous, head, { before, seen }, report)
      const entry = valueToEntry(value, report)
      if (entry !== null) {
        entries.push(entry)
        lines.push(held.line)
      }
    }
    head = digest(held.raw)
    if (!seen.has(head)) seen.set(head, held.line)
    before = held.line
  }
  return { entries, lines, problems, head }
}

type Report = (code: RecordProblemCode, message: string) => void

function lineToValue(held: RecordLine, report: Report): Record<string, unknown> | null {
  let value: unknown
  try {
    value = JSON.parse(held.raw)
  } catch {
    if (/^(<{7}|={7}|>{7}|\|{7})/.test(held.raw))
      report(
        'conflict-marker',
        'is a conflict marker of git. Restore both sides from git and merge them, or take one side.',
      )
    else if (!held.ended)
      report('truncated-line', 'is cut off. Restore the file from git or a backup, or remove this last line.')
    else report('not-json', 'is not JSON. Expected one JSON object a line; restore the line from git or a backup.')
    return null
  }
  if (isObject(value)) return value
  report('not-an-entry', 'is JSON but not an object. Expected an entry with id, at, actor, verb, data, text, previous.')
  return null
}

function checkChain(
  previous: unknown,
  head: string | null,
  past: { before: number; seen: ReadonlyMap<string, number> },
  report: Report,
): void {
  if (previous === head || !(previous === null || typeof previous === 'string')) return
  const fork = typeof previous === 'string' ? past.seen.get(previous) : undefined
  if (head === null)
    report('broken-chain', 'is the first but names a line before it. Lines before it were removed; restore them.')
  else if (fork !== undefined || previous === null)
    report(
      'branched-chain',
      `follows ${fork === undefined ? 'no line' : `line ${fork}`}, not line ${past.before}: two branches of the record were joined. Merge them.`,
    )
  else
    report(
      'broken-chain',
      `does not follow line ${past.before}: its \`previous\` is not the SHA-256 of that line. A line was changed, removed or moved; compare with git.`,
    )
}

function valueToEntry(value: Record<string, unknown>, report: Report): Entry | null {
  const { id, at, actor, verb, data, text, previous } = value
  const strings = { id, at, actor, verb, text }
  for (const [name, held] of Object.entries(strings)) {
    if (typeof held === 'string' && held !== '') continue
    report('not-an-entry', `has no \`${name}\`. Expected an entry with id, at, actor, verb, data, text, previous.`)
    return null
  }
  if (previous !== null && typeof previous !== 'string') {
    report('not-an-entry', 'has no `previous`. Expected the SHA-256 of the line before, or null in the first line.')
    return null
  }
  const content = { at: String(at), actor: String(actor), verb: String(verb), data, text: String(text) }
  if (!/T.*Z$/.test(content.at) || parseInstant(content.at) === null) {
    report('not-an-entry', `has the time "${content.at}". Expected RFC 3339 in UTC, such as 2026-11-23T14:03:00Z.`)
    return null
  }
  if (entryId(content, previous) !== id)
    report('wrong-id', 'was changed after it was written: its id is not the digest of what it says. Compare with git.')
  if (!isVerb(content.verb)) {
    report(
      'unknown-verb',
      `has the verb "${content.verb}", which this version does not know. Known: ${VERBS.join(', ')}.`,
    )
    return null
  }
  const expected = dataMisfit(content.verb, data)
  if (expected !== null) {
    report('wrong-data', `(${content.verb}) does not hold what it should. Expected ${expected}.`)
    return null
  }
  return { id, ...content, previous } as Entry
}
