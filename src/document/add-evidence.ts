/** Merges more evidence into a draft: new rows where they belong in time, everything a person wrote untouched. */
import type { Edit } from '../base/edit.ts'
import { ok, type Result } from '../base/result.ts'
import { appendEvidence, changeEvidence, type EvidenceChange, parseEvidence } from '../evidence/evidence-file.ts'
import type { EvidenceBatch, LeftOut } from '../evidence/fact.ts'
import { mergeFacts } from '../evidence/merge-facts.ts'
import { factsOf, type MergedFact } from '../evidence/merged-fact.ts'
import { findRows, type RowKey, rowKey } from '../evidence/row-key.ts'
import { DEFAULT_REACH, splitByWindow } from '../evidence/window.ts'
import { factsToRows } from '../timeline/facts-to-rows.ts'
import { kindOfEvent } from '../timeline/kind-of.ts'
import { boundRow } from './bind-rows.ts'
import { draftRow } from './draft-postmortem.ts'
import { insertRows, type NewRow } from './insert-rows.ts'
import type { Postmortem } from './model.ts'
import type { ParseOptions } from './parse.ts'

/** The texts after merging, and what happened. */
export interface AddedEvidence {
  readonly text: string
  readonly evidenceText: string
  readonly edits: readonly Edit[]
  /** New rows in the timeline. */
  readonly rows: number
  /** New facts that belong to rows which stood there. */
  readonly joined: number
  /** Rows that a person deleted since; their facts stay away. */
  readonly dropped: number
  readonly leftOut: readonly LeftOut[]
}

/** Adds batches. Adding the same twice changes nothing; what a person dropped stays dropped; reworded rows stay bound. */
export function addEvidence(
  postmortem: Postmortem,
  evidenceText: string,
  batches: readonly EvidenceBatch[],
  options: ParseOptions = {},
): Result<AddedEvidence> {
  const before = parseEvidence(evidenceText).lines
  const known = new Map(before.map((line) => [line.fact.id, line]))
  const bound = before.filter((line) => line.state === 'used' && line.row !== null)
  const rows = postmortem.timeline.map((row) => boundRow(postmortem.source, row))
  const places = findRows(
    bound.map(({ row }) => row!),
    rows,
  )
  const changes: EvidenceChange[] = []
  const keyOf = new Map<string, RowKey>()
  bound.forEach(({ fact, row }, index) => {
    if (places[index] === null) changes.push({ id: fact.id, state: 'dropped' })
    else keyOf.set(fact.id, row!)
  })
  const gone = new Set(changes.map(({ id }) => id))
  const { facts } = mergeFacts([{ facts: before.map(({ fact }) => fact) }, ...batches], (fact) =>
    kindOfEvent(fact.title),
  )
  const fresh: MergedFact[] = []
  let joined = 0
  for (const merged of facts) {
    const ids = factsOf(merged).map(({ id }) => id)
    const added = ids.filter((id) => !known.has(id))
    if (added.length === 0) continue
    const key = ids.map((id) => keyOf.get(id)).find((found) => found !== undefined)
    if (key) {
      joined += added.length
      for (const id of added) changes.push({ id, state: 'used', row: key })
    } else if (ids.some((id) => gone.has(id) || known.get(id)?.state === 'dropped')) {
      for (const id of added) changes.push({ id, state: 'dropped' })
    } else fresh.push(merged)
  }
  const window = windowOf(postmortem)
  const split = window ? splitByWindow(fresh, window) : { inside: fresh, outside: [] }
  const drafted = factsToRows(split.inside)
  const taken = new Set(places)
  const unbound = rows.filter((_, place) => !taken.has(place))
  const missing = notStanding(drafted.rows.map(draftRow), unbound)
  const written = insertRows(postmortem, missing, options)
  if (!written.ok) return written
  const { text, edits, timeline: after } = written.value
  drafted.rows.forEach((row) => {
    const { at, text: words, links } = draftRow(row)
    const stands = after.find((one) => one.at === at && one.text === words)
    const key = rowKey({ at: stands?.at ?? at, text: stands?.text ?? words, links: links.map(({ url }) => url) })
    for (const id of row.factIds) changes.push({ id, state: 'used', row: key })
  })
  const appended = appendEvidence(
    evidenceText,
    batches.flatMap((batch) => batch.facts),
  )
  const changed = changeEvidence(appended, changes)
  if (!changed.ok) return changed
  const outside =
    split.outside.length > 0 ? [{ why: 'outside the window of the incident', count: split.outside.length }] : []
  return ok({
    text,
    evidenceText: changed.value,
    edits,
    rows: missing.length,
    joined,
    dropped: gone.size,
    leftOut: [...outside, ...drafted.leftOut, ...batches.flatMap(({ leftOut }) => leftOut ?? [])],
  })
}

/**
 * The rows that no row of the document tells already at the same time in the same words: a run that ended between the two
 * files left rows without their evidence, and running it again only binds them.
 */
function notStanding(wanted: readonly NewRow[], standing: readonly { at: number | null; text: string }[]): NewRow[] {
  const key = ({ at, text }: { at: number | null; text: string }) => `${at} ${text}`
  const left = new Map<string, number>()
  for (const row of standing) left.set(key(row), (left.get(key(row)) ?? 0) + 1)
  return wanted.filter((row) => {
    const count = left.get(key(row)) ?? 0
    left.set(key(row), count - 1)
    return count <= 0
  })
}

const HOUR = 3_600_000

/** The window that the document itself tells: from its first row or start to its last row or end, with the usual reach. */
function windowOf({ metadata, timeline }: Postmortem) {
  const times = timeline.flatMap(({ at }) => (at === null ? [] : [at]))
  const startedAt = metadata.startedAt?.value ?? times[0]
  if (startedAt === undefined || startedAt === null) return null
  const endedAt = metadata.endedAt?.value ?? times.at(-1) ?? null
  return {
    startedAt,
    endedAt,
    from: Math.min(startedAt, ...times) - DEFAULT_REACH.before * HOUR,
    to: Math.max(endedAt ?? startedAt, ...times) + DEFAULT_REACH.after * HOUR,
  }
}
