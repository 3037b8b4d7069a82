/** The whole model as JSON for other programs: stable keys, places as lines and columns, moments in RFC 3339. */
import { formatInstant, type Instant } from '../base/instant.ts'
import { lineStarts, positionsOf } from '../base/position.ts'
import type { Span } from '../base/span.ts'
import type { Bullet, Field, Postmortem, Prose } from './model.ts'

/** A place: 1-based, columns in UTF-16 units, ends exclusive. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The version of this shape; it rises when a key changes its meaning. */
const VERSION = 1

/** A JSON value of everything understood; blocks and the text itself are left out. Keys stand always, null where there is nothing. */
export function postmortemToJson(postmortem: Postmortem) {
  const starts = lineStarts(postmortem.source)
  const place = (span: Span): Place => {
    const { start, end } = positionsOf(starts, span)
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
  }
  const maybe = <T, R>(value: T | null, read: (value: T) => R): R | null => (value === null ? null : read(value))
  const field = <T>({ value, text, span }: Field<T>) => ({ value, text, place: place(span) })
  const dated = ({ value, text, span }: Field<Instant | null>) => ({ value: moment(value), text, place: place(span) })
  const words = ({ text, span }: Prose | Bullet) => ({ text, place: place(span) })
  const { metadata, sections } = postmortem
  return {
    version: VERSION,
    title: maybe(postmortem.title, field),
    titleFrom: postmortem.titleFrom,
    sections: sections.map(({ kind, level, heading, headingSpan, extent, parent }) => ({
      kind,
      level,
      heading,
      headingPlace: place(headingSpan),
      place: place(extent),
      parent,
    })),
    metadata: {
      entries: metadata.entries.map(({ key, label, value }) => ({ key, label, ...field(value) })),
      incidentId: maybe(metadata.incidentId, field),
      startedAt: maybe(metadata.startedAt, dated),
      endedAt: maybe(metadata.endedAt, dated),
      durationMinutes: maybe(metadata.duration, field),
      severity: maybe(metadata.severity, field),
      visibility: maybe(metadata.visibility, field),
    },
    summary: maybe(postmortem.summary, words),
    impact: postmortem.impact.map(({ key, label, value }) => ({ key, label, ...field(value) })),
    timeline: postmortem.timeline.map((row) => ({
      at: moment(row.at),
      date: row.date,
      timeText: row.timeText,
      text: row.text,
      kind: row.kind,
      source: maybe(row.source, field),
      section: row.section,
      place: place(row.span),
    })),
    rootCause: maybe(postmortem.rootCause, words),
    causes: postmortem.causes.map(({ id, kind, label, text, span }) => ({ id, kind, label, text, place: place(span) })),
    resolution: postmortem.resolution.map(words),
    wentRight: postmortem.wentRight.map(words),
    wentWrong: postmortem.wentWrong.map(words),
    lucky: postmortem.lucky.map(words),
    actionItems: postmortem.actionItems.map((item) => ({
      id: item.id,
      idGiven: item.idGiven,
      form: item.form,
      description: field(item.description),
      owner: maybe(item.owner, field),
      ticket: maybe(item.ticket, field),
      due: maybe(item.due, field),
      status: maybe(item.status, field),
      priority: maybe(item.priority, field),
      type: maybe(item.type, field),
      addresses: maybe(item.addresses, field),
      proof: maybe(item.proof, field),
      effect: maybe(item.effect, field),
      section: item.section,
      place: place(item.span),
    })),
    lessons: postmortem.lessons.map(words),
    artefacts: postmortem.artefacts.map(({ kind, label, value, links }) => ({ kind, label, links, ...field(value) })),
    communication: postmortem.communication.map(words),
    publication: postmortem.publication.map(({ ticked, text, span, receipt }) => ({
      ticked,
      text,
      receipt: maybe(receipt, field),
      place: place(span),
    })),
    signOff: postmortem.signOff.map(({ role, name, date, signature, span }) => ({
      role: field(role),
      name: field(name),
      date: field(date),
      signature: maybe(signature, field),
      place: place(span),
    })),
    blamelessNote: maybe(postmortem.blamelessNote, words),
    unmapped: postmortem.unmapped,
    problems: postmortem.problems.map(({ code, message, span }) => ({ code, message, place: place(span) })),
  }
}

function moment(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}
