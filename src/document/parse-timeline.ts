/** The timeline: entries in order, each with its moment in UTC where it can be known, and its kind. */
import type { Instant } from '../base/instant.ts'
import type { EventKind } from '../evidence/event-kind.ts'
import { statedStart } from '../timeline/elapsed-time.ts'
import { kindOfEvent } from '../timeline/kind-of.ts'
import { dayInHeading, timeTextAt } from '../timeline/time-text.ts'
import { type Zone, zoneIn } from '../timeline/zone.ts'
import { fieldOf } from './labelled-values.ts'
import type { Metadata, Problem, Section, TimelineRow } from './model.ts'
import { plainWords } from './plain-words.ts'
import { TimelineClock } from './timeline-clock.ts'
import { timelineEntries } from './timeline-entries.ts'

const MESSAGES = {
  'impossible-time':
    'This time or day does not exist; it is kept as written and has no place in UTC. Write a time that does.',
  'no-day':
    'This time has no day: none is written here, above, or in the metadata. Write the day once, in the metadata or here.',
  'no-start':
    'This time counts from a start that is not known. Write the start with its day in the metadata, or `T = ` and the time.',
  'clock-gap': 'This time was skipped when the clocks went forward in its zone. Write it in UTC.',
  'clock-fold':
    'This time happened twice when the clocks went back in its zone; the first is taken. Write it in UTC to be sure.',
} as const

const ALL_TIMES = /\b(?:all |listed )?times?(?:tamps?)?\b[^.\n]{0,80}|(?:時刻|時間)は?[^。\n]{0,40}/gi

/** Reads the timeline. `day` is the document's own day (UTC midnight), used where entries name none; so is the zone of the metadata's times. */
export function parseTimeline(
  source: string,
  sections: readonly Section[],
  day: Instant | null,
  metadata: Metadata | null = null,
): { rows: TimelineRow[]; problems: Problem[] } {
  const entries = timelineEntries(source, sections)
  if (entries.length === 0) return { rows: [], problems: [] }
  const clock = new TimelineClock({
    day,
    zone: () => documentZone(source),
    metadataZone: () => metadataZone(metadata),
    start: () => statedStart(source, day) ?? metadata?.startedAt?.value ?? null,
    dayFirst: () => dayComesFirst(source),
  })
  const rows: TimelineRow[] = []
  const problems: Problem[] = []
  let section = -1
  for (const entry of entries) {
    if (entry.section !== section) {
      section = entry.section
      const { heading, parent } = sections[section]!
      const own = dayInHeading(heading)
      const inherited = parent !== null && sections[parent]!.kind === 'timeline'
      clock.enter(sectionZone(source, sections, section), inherited ? null : own)
    }
    if (entry.form === 'day') {
      if (entry.time?.date) clock.setDay(entry.time.date)
      continue
    }
    const reading = entry.time ? clock.read(entry.time, entry.columnZone) : { at: null, date: null, problem: null }
    if (reading.problem && entry.timeSpan)
      problems.push({ code: reading.problem, message: MESSAGES[reading.problem], span: entry.timeSpan })
    const words = fieldOf(source, entry.textSpan)
    let kind: EventKind | null = null
    rows.push({
      at: reading.at,
      date: reading.date,
      timeText: entry.timeSpan ? plainWords(source.slice(entry.timeSpan.from, entry.timeSpan.to)) : '',
      timeSpan: entry.timeSpan,
      text: words.text,
      textSpan: words.span,
      source: entry.sourceSpan && fieldOf(source, entry.sourceSpan),
      // Most readers of a document never ask for the kind.
      get kind() {
        kind ??= kindOfEvent(words.text)
        return kind
      },
      span: entry.span,
      section: entry.section,
    })
  }
  return { rows, problems }
}

/** The zone that a timeline section states: in its heading, its parents' headings, or a note above its entries. */
function sectionZone(source: string, sections: readonly Section[], index: number): Zone | null {
  for (let at: number | null = index; at !== null; at = sections[at]!.parent) {
    const section = sections[at]!
    if (section.kind !== 'timeline') break
    const zone = zoneIn(section.heading) ?? noteZone(source, section)
    if (zone) return zone
  }
  return null
}

function noteZone(source: string, section: Section): Zone | null {
  for (const block of section.blocks.slice(0, 3)) {
    if (block.type !== 'paragraph') continue
    const words = plainWords(source.slice(block.span.from, Math.min(block.span.to, block.span.from + 400)))
    for (const match of words.matchAll(ALL_TIMES)) {
      const zone = zoneIn(match[0])
      if (zone) return zone
    }
  }
  return null
}

/** `All times listed in this report are in …`, anywhere in the document. */
function documentZone(source: string): Zone | null {
  const stated = /\ball times\b(?:[^.\n]|\n(?!\n)){0,160}/gi
  for (const match of source.matchAll(stated)) {
    const zone = zoneIn(match[0].replace(/\s+/g, ' '))
    if (zone) return zone
  }
  return null
}

/** The zone in which the metadata tells start and end, where they name one and the same. */
function metadataZone(metadata: Metadata | null): Zone | null {
  let zone: Zone | null = null
  for (const { key, label, value } of metadata?.entries ?? []) {
    if (key !== 'start' && key !== 'end') continue
    const time = timeTextAt(value.text)
    const named = time?.clock ? (time.zone ?? zoneIn(label)) : null
    if (!named) continue
    if (zone && JSON.stringify(zone) !== JSON.stringify(named)) return null
    zone = named
  }
  return zone
}

/** `31/3` anywhere means that days come first, in every date of the document. */
function dayComesFirst(source: string): boolean {
  const first = /\b(?:1[3-9]|2\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:20)?\d{2}\b/.test(source)
  const second = /\b(?:0?[1-9]|1[0-2])[/.-](?:1[3-9]|2\d|3[01])[/.-](?:20)?\d{2}\b/.test(source)
  return first && !second
}
