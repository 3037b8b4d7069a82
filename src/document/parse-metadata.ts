/** Metadata: who, when, how bad, which services, from front matter, bullets, tables or labelled lines. */

import { findIncidentId } from '../base/incident-id.ts'
import type { Instant } from '../base/instant.ts'
import { instantOfDay } from '../base/instant.ts'
import type { Span } from '../base/span.ts'
import { timeTextAt } from '../timeline/time-text.ts'
import { instantOf, UTC, zoneIn } from '../timeline/zone.ts'
import { durationMinutes } from './duration-text.ts'
import type { FrontMatterEntry } from './front-matter.ts'
import { fieldOf, labelledValues } from './labelled-values.ts'
import { metadataKeyOf } from './metadata-keys.ts'
import type { Field, Metadata, MetadataEntry, Section } from './model.ts'
import { severityOf } from './severity.ts'

/** Reads metadata. `severityWords` maps an organisation's own words, in lower case, to P0..P3. */
export function parseMetadata(
  source: string,
  sections: readonly Section[],
  frontMatter: readonly FrontMatterEntry[],
  severityWords: Readonly<Record<string, string>> = {},
): Metadata {
  const entries: MetadataEntry[] = frontMatter.map(({ key, keySpan, value, valueSpan }) => ({
    key: metadataKeyOf(key.replaceAll(/[_-]/g, ' ')),
    label: key,
    labelSpan: keySpan,
    value: { value, text: value, span: valueSpan },
  }))
  const headings = new Set(sections.map((section) => section.headingSpan.from))
  for (const section of sections) {
    const atTop = section.kind === 'title' && section.level <= 2
    if (!atTop && section.kind !== 'metadata') continue
    const { labelled } = labelledValues(source, section.blocks, { boldOnly: false, tables: true })
    for (const { label, labelSpan, value } of labelled) {
      // A label that opens a section of its own is no metadata.
      if (headings.has(labelSpan.from)) continue
      const key = metadataKeyOf(label)
      // Below the title there may be prose, which says `Note: …` too.
      if (atTop && !PLAIN_AT_TOP.has(key) && !isMarked(source, labelSpan)) continue
      entries.push({ key, label, labelSpan, value })
    }
    if (section.kind === 'metadata') {
      const key = metadataKeyOf(section.heading)
      const first = section.blocks[0]
      if (key !== 'other' && first?.type === 'paragraph' && labelled.length === 0) {
        entries.push({
          key,
          label: section.heading,
          labelSpan: section.headingSpan,
          value: fieldOf(source, first.span),
        })
      }
    }
  }
  const first = (...keys: readonly MetadataEntry['key'][]) => {
    for (const key of keys) {
      const entry = entries.find((candidate) => candidate.key === key && candidate.value.text !== '')
      if (entry) return entry
    }
    return null
  }
  const id = first('incident-id')
  const severity = first('severity')
  const duration = first('duration')
  const start = first('start', 'date')
  const end = first('end')
  const visibility = first('visibility')
  const day = start ? dayIn(start.value.text) : null
  const range = duration ? clockRange(duration.value.text, day) : null
  return {
    entries,
    incidentId: id && found(id.value, findIncidentId(id.value.text)?.text ?? id.value.text),
    startedAt: start && found(start.value, instantIn(start) ?? range?.from ?? null),
    endedAt: end ? found(end.value, instantIn(end)) : range && duration ? found(duration.value, range.to) : null,
    duration:
      duration &&
      found(duration.value, durationMinutes(duration.value.text) ?? (range ? (range.to - range.from) / 60_000 : null)),
    severity: severity && found(severity.value, severityOf(severity.value.text, severityWords)),
    visibility:
      visibility && found(visibility.value, /restricted/i.test(visibility.value.text) ? 'restricted' : 'internal'),
  }
}

const PLAIN_AT_TOP: ReadonlySet<MetadataEntry['key']> = new Set([
  'incident-id',
  'severity',
  'duration',
  'start',
  'end',
  'date',
])

/** Whether a label is bold or the cell of a table. */
function isMarked(source: string, { from, to }: Span): boolean {
  if (/^(?:\*\*|__)$/.test(source.slice(Math.max(0, from - 2), from))) return true
  return /^[ \t]*\|/.test(source.slice(to, to + 80))
}

function found<T>(field: Field, value: T): Field<T> {
  return { value, text: field.text, span: field.span }
}

/** The moment that a metadata line states, in the zone of its value or label, UTC where none is named. */
function instantIn(entry: MetadataEntry): Instant | null {
  const time = timeTextAt(entry.value.text)
  if (!time?.date || time.date.year === null || !time.clock) return null
  const day = instantOfDay(time.date.year, time.date.month, time.date.day)
  if (day === null) return null
  const zone = time.zone ?? zoneIn(entry.label) ?? UTC
  return instantOf({ wall: day + (time.clock.hour * 60 + time.clock.minute) * 60_000 + time.clock.second * 1000, zone })
    .at
}

function dayIn(text: string): Instant | null {
  const date = timeTextAt(text)?.date
  return date?.year ? instantOfDay(date.year, date.month, date.day) : null
}

/** `14:03 - 15:10`: begin and end on a known day (the next where the end is before the begin). */
function clockRange(text: string, day: Instant | null): { from: Instant; to: Instant } | null {
  const match = /(\d{1,2}:\d{2})\s*(?:UTC|Z)?\s*(?:start)?\s*[-–—~]\s*(\d{1,2}:\d{2})/.exec(text.slice(0, 80))
  if (!match || day === null) return null
  const [from, to] = [match[1]!, match[2]!].map((clock) => {
    const [hour, minute] = clock.split(':').map(Number)
    return day + (hour! * 60 + minute!) * 60_000
  })
  return { from: from!, to: to! < from! ? to! + 86_400_000 : to! }
}
