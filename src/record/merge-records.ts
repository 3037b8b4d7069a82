/** Joins two branches of one record, as git leaves them when two people added entries at the same time. */
import { digest } from '../base/digest.ts'
import { parseInstant } from '../base/instant.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { canonicalJson } from './canonical-json.ts'
import { isObject } from './entry-data.ts'
import { itemKey } from './item-key.ts'
import { recordLines } from './record-lines.ts'
import { type EntryContent, sealEntry } from './seal-entry.ts'

/** Both branches said something about the same thing; a person should look at what holds now. */
export interface MergeConflict {
  /** `item A1` or `role incident commander`. */
  readonly about: string
  readonly message: string
}

/** Two branches joined. */
export interface RecordMerge {
  readonly text: string
  /** How many lines both have in common at their start. */
  readonly common: number
  /** How many entries only ours had after that, and only theirs. */
  readonly ours: number
  readonly theirs: number
  readonly conflicts: readonly MergeConflict[]
}

interface Branch {
  readonly content: EntryContent
  readonly extra: Readonly<Record<string, unknown>>
  readonly key: string
}

/**
 * One chain of both: the common lines stay as they are, entries after them are ordered by time and chained anew (their `id` and `previous`
 * change, what they say does not); the same entry on both sides is kept once. Merging the other way round gives the same text. Where one
 * side only went further, its text is the answer. Refused (`record-unreadable`) where a line that must be chained anew cannot be read.
 */
export function mergeRecords(ours: string, theirs: string): Result<RecordMerge> {
  const left = recordLines(ours)
  const right = recordLines(theirs)
  let common = 0
  while (common < left.length && common < right.length && left[common]!.raw === right[common]!.raw) common++
  if (common === right.length) return ok(forward(ours, common, left.length - common, 0))
  if (common === left.length) return ok(forward(theirs, common, 0, right.length - common))
  const mine = readBranch('our', left.slice(common))
  if (!mine.ok) return mine
  const other = readBranch('the other', right.slice(common))
  if (!other.ok) return other
  const known = new Set(mine.value.map((entry) => entry.key))
  const added = other.value.filter((entry) => !known.has(entry.key))
  const both = new Set(other.value.map((entry) => entry.key))
  const onlyOurs = mine.value.filter((entry) => !both.has(entry.key))
  const kept = left.slice(0, common).map((held) => held.raw)
  return ok({
    text: chained(kept, byTime(mine.value, added)),
    common,
    ours: onlyOurs.length,
    theirs: added.length,
    conflicts: conflictsOf(onlyOurs, added),
  })
}

function forward(text: string, common: number, ours: number, theirs: number): RecordMerge {
  return { text, common, ours, theirs, conflicts: [] }
}

function readBranch(
  side: string,
  lines: readonly { readonly line: number; readonly raw: string }[],
): Result<readonly Branch[]> {
  const entries: Branch[] = []
  for (const { line, raw } of lines) {
    const entry = toBranch(raw)
    if (entry === null)
      return refuse(
        'record-unreadable',
        `Line ${line} of ${side} record cannot be read, so it cannot be merged. Restore that line from git, then merge again.`,
        { line },
      )
    entries.push(entry)
  }
  return ok(entries)
}

function toBranch(raw: string): Branch | null {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    return null
  }
  if (!isObject(value)) return null
  const { id: _id, at, actor, verb, data, text, previous: _previous, ...extra } = value
  if (typeof at !== 'string' || parseInstant(at) === null) return null
  if (typeof actor !== 'string' || typeof verb !== 'string' || typeof text !== 'string') return null
  const content = { at, actor, verb, data, text }
  const key = canonicalJson(content)
  return key === null ? null : { content, extra, key }
}

function byTime(mine: readonly Branch[], other: readonly Branch[]): Branch[] {
  const merged: Branch[] = []
  let a = 0
  let b = 0
  while (a < mine.length || b < other.length) {
    const left = mine[a]
    const right = other[b]
    if (right === undefined || (left !== undefined && comesFirst(left, right))) {
      merged.push(left!)
      a++
    } else {
      merged.push(right)
      b++
    }
  }
  return merged
}

function comesFirst(a: Branch, b: Branch): boolean {
  const apart = (parseInstant(a.content.at) ?? 0) - (parseInstant(b.content.at) ?? 0)
  return apart === 0 ? a.key < b.key : apart < 0
}

function chained(kept: readonly string[], entries: readonly Branch[]): string {
  const lines = [...kept]
  for (const { content, extra } of entries) {
    const last = lines.at(-1)
    lines.push(sealEntry(content, last === undefined ? null : digest(last), extra)!.line)
  }
  return lines.map((line) => `${line}\n`).join('')
}

function conflictsOf(ours: readonly Branch[], theirs: readonly Branch[]): MergeConflict[] {
  const mine = new Set(ours.flatMap((entry) => subjectOf(entry)))
  const shared = new Set(theirs.flatMap((entry) => subjectOf(entry)).filter((subject) => mine.has(subject)))
  return [...shared].sort().map((about) => ({
    about,
    message: `Both branches of the record say something about ${about}. The later entry holds now; look at both and correct it where needed.`,
  }))
}

function subjectOf({ content }: Branch): string[] {
  if (!isObject(content.data)) return []
  const { item, role } = content.data
  if (content.verb.startsWith('item-') && typeof item === 'string') return [`item ${itemKey(item)}`]
  if ((content.verb === 'signed' || content.verb === 'withdrawn') && typeof role === 'string')
    return [`role ${role.trim().toLowerCase()}`]
  return []
}
