/** What `show --format json` tells of one file (DESIGN section 11). */
import { findIncidentId } from '../base/incident-id.ts'
import { formatInstant, type Instant } from '../base/instant.ts'
import { lineStarts, positionAt } from '../base/position.ts'
import type { EventKind } from '../evidence/event-kind.ts'
import { incidentDate } from './incident-date.ts'
import type { Field, Metadata, Postmortem } from './model.ts'
import { type ParseOptions, parsePostmortem } from './parse.ts'
import { splitIncidents } from './split-incidents.ts'

/** One incident of the file. Moments are RFC 3339 in UTC, `date` is `YYYY-MM-DD`; null where the text does not say. */
export interface ShownIncident {
  readonly id: string | null
  /** P0..P3 */
  readonly severity: string | null
  /** The author's words. */
  readonly severityText: string | null
  readonly date: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
}

/** One row of the timeline; `line` is 1-based. */
export interface ShownRow {
  readonly at: string | null
  readonly date: string | null
  readonly text: string
  readonly kind: EventKind
  readonly line: number
}

/** One action item. `due` is `YYYY-MM-DD` and `status` one of ours where the author's words say one, else those words. */
export interface ShownItem {
  readonly id: string
  readonly description: string
  readonly owner: string | null
  readonly ticket: string | null
  readonly due: string | null
  readonly status: string | null
  readonly line: number
}

/** One file. Only a file that could not be read has an `error`, and then nothing else. */
export interface ShownFile {
  readonly file: string
  readonly error?: string
  readonly title: string | null
  readonly titleFrom: Postmortem['titleFrom']
  readonly incidents: readonly ShownIncident[]
  readonly timeline: readonly ShownRow[]
  readonly actionItems: readonly ShownItem[]
  readonly unmapped: readonly { readonly heading: string; readonly line: number }[]
}

/** A file that was read. A page of several incidents is read incident by incident, each with its own day. */
export function showJson(file: string, postmortem: Postmortem, options: ParseOptions = {}): ShownFile {
  const { source, title, titleFrom, sections } = postmortem
  const starts = lineStarts(source)
  const lineAt = (offset: number) => positionAt(starts, offset).line
  const parts = splitIncidents(postmortem)
  const pieces = parts.map(({ span }) => ({
    offset: span.from,
    part: parsePostmortem(source.slice(span.from, span.to), options),
  }))
  const read = pieces.length > 0 ? pieces : [{ offset: 0, part: postmortem }]
  return {
    file,
    title: title?.value ?? null,
    titleFrom,
    incidents: source.trim() === '' ? [] : read.map(({ part }) => incidentOf(part)),
    timeline: read.flatMap(({ offset, part }) => rowsOf(part, (at) => lineAt(offset + at))),
    actionItems: read.flatMap(({ offset, part }) => itemsOf(part, (at) => lineAt(offset + at))),
    unmapped: postmortem.unmapped.map((index) => {
      const { heading, headingSpan } = sections[index]!
      return { heading, line: lineAt(headingSpan.from) }
    }),
  }
}

/** A file that could not be read, and why. */
export function showUnreadable(file: string, error: string): ShownFile {
  return { file, error, title: null, titleFrom: null, incidents: [], timeline: [], actionItems: [], unmapped: [] }
}

function incidentOf(postmortem: Postmortem): ShownIncident {
  const { metadata, title } = postmortem
  const id = metadata.incidentId ? written(metadata.incidentId) : null
  return {
    id: id ?? findIncidentId(title?.text ?? '')?.text ?? null,
    severity: metadata.severity?.value ?? null,
    severityText: wordsOf(metadata.severity),
    date: incidentDate(postmortem),
    startedAt: moment(metadata.startedAt?.value ?? null),
    endedAt: moment(endOf(metadata)),
  }
}

/** The end as written, else the start and the duration. */
function endOf({ startedAt, endedAt, duration }: Metadata): Instant | null {
  if (endedAt && endedAt.value !== null) return endedAt.value
  if (!startedAt || startedAt.value === null || !duration || duration.value === null) return null
  return startedAt.value + Math.round(duration.value * 60_000)
}

function rowsOf({ timeline }: Postmortem, lineAt: (offset: number) => number): ShownRow[] {
  return timeline.map(({ at, date, text, kind, span }) => ({
    at: moment(at),
    date,
    text,
    kind,
    line: lineAt(span.from),
  }))
}

function itemsOf({ actionItems }: Postmortem, lineAt: (offset: number) => number): ShownItem[] {
  return actionItems.map(({ id, description, owner, ticket, due, status, span }) => ({
    id,
    description: description.value,
    owner: written(owner),
    ticket: written(ticket),
    due: written(due),
    status: written(status),
    line: lineAt(span.from),
  }))
}

const BLANK = /^(?:<[^<>]*>|YYYY-MM-DD|INC-YYYY-MM-DD-NNN|P0 ?\| ?P1.*|[-–—]*)$/

/** The value where there is one, else the author's words; null for blanks and placeholders. */
function written(field: Field<string | null> | null): string | null {
  return wordsOf(field) && (field?.value ?? field?.text ?? null)
}

function wordsOf(field: Field<unknown> | null): string | null {
  return field === null || BLANK.test(field.text) ? null : field.text
}

function moment(at: Instant | null): string | null {
  return at === null || Math.abs(at) > 8.64e15 ? null : formatInstant(at)
}
