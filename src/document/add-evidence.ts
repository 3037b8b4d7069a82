/** Merges more evidence into a draft: new rows where they belong in time, everything a person wrote untouched. */
import { applyEdits, type Edit, lineEndingAt } from '../base/edit.ts'
import { utcClock, utcDay } from '../base/instant.ts'
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
import { escapeCell } from './escape-cell.ts'
import { linkMarkup } from './link-markup.ts'
import type { Postmortem, TimelineRow } from './model.ts'
import { type ParseOptions, parsePostmortem } from './parse.ts'

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

type NewRow = ReturnType<typeof draftRow>

/** How a time is written in a new row: as short as its neighbours, with its day, or with its day and zone. */
type Clock = 'short' | 'day' | 'zone'

/** Inserts rows so that each reads as its own moment and no other row reads differently than before. */
function insertRows(postmortem: Postmortem, rows: readonly NewRow[], options: ParseOptions) {
  let result: Result<{ text: string; edits: Edit[]; timeline: readonly TimelineRow[] }> | null = null
  for (const clock of ['short', 'day', 'zone'] as const) {
    const edits = rows.flatMap((row) => insertion(postmortem, row, clock))
    const text = applyEdits(postmortem.source, edits)
    if (!text.ok) return text
    const { timeline } = parsePostmortem(text.value, options)
    result = ok({ text: text.value, edits, timeline })
    if (sameMoments([...postmortem.timeline, ...rows], timeline)) break
  }
  return result!
}

function sameMoments(wanted: readonly { at: number | null }[], found: readonly TimelineRow[]): boolean {
  const sorted = (rows: readonly { at: number | null }[]) => rows.map(({ at }) => String(at)).sort()
  const [left, right] = [sorted(wanted), sorted(found)]
  return left.length === right.length && left.every((at, index) => at === right[index])
}

/** A new table row before the first one that is later; where the timeline is no table, a bullet after its last entry. */
function insertion(postmortem: Postmortem, row: NewRow, clock: Clock): Edit[] {
  const { source, timeline, sections } = postmortem
  const placeholder = timeline.every(({ at }) => at === null)
  const later = timeline.find(({ at }) => at !== null && at > row.at)
  const last = timeline.at(-1)
  const line = (near: TimelineRow | undefined) => rowLine(source, near, row, clock)
  if (later && !placeholder) {
    const start = lineStart(source, later.span.from)
    return [{ from: start, to: start, text: line(later) + lineEndingAt(source, start) }]
  }
  if (last) return [{ from: last.span.to, to: last.span.to, text: lineEndingAt(source, last.span.to) + line(last) }]
  const section = sections.find(({ kind }) => kind === 'timeline')
  if (!section) return [{ from: source.length, to: source.length, text: `\n## Timeline (UTC)\n\n${line(undefined)}\n` }]
  const at = section.headingSpan.to
  const end = source.indexOf('\n', at) < 0 ? source.length : source.indexOf('\n', at)
  return [{ from: end, to: end, text: `${lineEndingAt(source, at)}${lineEndingAt(source, at)}${line(undefined)}` }]
}

function rowLine(source: string, near: TimelineRow | undefined, { at, text, links }: NewRow, clock: Clock): string {
  const stated = clock === 'short' && near?.at != null && utcDay(near.at) === utcDay(at)
  const time = `${stated ? '' : `${utcDay(at)} `}${utcClock(at)}${clock === 'zone' ? ' UTC' : ''}`
  const sources = links.map((link) => linkMarkup(link).replaceAll('|', '\\|')).join(', ')
  const nearLine = near ? source.slice(lineStart(source, near.span.from), near.span.to) : ''
  if (!nearLine.trimStart().startsWith('|')) return `- ${time} ${escapeCell(text)}${sources ? ` (${sources})` : ''}`
  const columns = near?.source || countCells(nearLine) > 2
  return columns
    ? `| ${time} | ${escapeCell(text)} | ${sources} |`
    : `| ${time} | ${escapeCell(text)}${sources ? ` (${sources})` : ''} |`
}

function countCells(line: string): number {
  return line.replace(/\\\|/g, '').split('|').length - 2
}

function lineStart(source: string, at: number): number {
  let start = at
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--
  return start
}
