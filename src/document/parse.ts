/** From any text to the typed model of a postmortem; total, linear, and the only way in. */
import { type Instant, instantOfDay } from '../base/instant.ts'
import type { Span } from '../base/span.ts'
import { dateIn, dayInHeading } from '../timeline/time-text.ts'
import { bulletsOf } from './bullets.ts'
import { parseFrontMatter } from './front-matter.ts'
import { guard } from './guard.ts'
import { fieldOf } from './labelled-values.ts'
import type { Field, Metadata, Postmortem, Prose, Section } from './model.ts'
import { parseActionItems } from './parse-action-items.ts'
import { parseBlocks } from './parse-blocks.ts'
import { parseCauses } from './parse-causes.ts'
import { parseArtefacts, parseBlamelessNote, parsePublication, parseSignOff } from './parse-closing.ts'
import { parseImpact } from './parse-impact.ts'
import { parseMetadata } from './parse-metadata.ts'
import { hasHeadings, parsePlainSections } from './parse-plain-sections.ts'
import { parseSections } from './parse-sections.ts'
import { parseTimeline } from './parse-timeline.ts'
import { promotedSections } from './promote-sections.ts'

/** How to read words that an organisation uses in its own way. */
export interface ParseOptions {
  /** Severity words in lower case to P0..P3. */
  readonly severityWords?: Readonly<Record<string, string>>
}

/** Parses any text. Never throws; what it does not understand stays in `source` and is listed in `unmapped`. */
export function parsePostmortem(source: string, options: ParseOptions = {}): Postmortem {
  const guarded = guard(source)
  const frontMatter = parseFrontMatter(guarded)
  const blocks = parseBlocks(guarded, frontMatter.lineCount)
  const named = hasHeadings(source, blocks)
    ? parseSections(source, blocks)
    : parsePlainSections(source, guarded, frontMatter.lineCount)
  const sections = promotedSections(source, named)
  const metadata = parseMetadata(source, sections, frontMatter.entries, options.severityWords)
  const { title, titleFrom } = titleOf(source, sections, metadata, frontMatter.lineCount > 0)
  const day = documentDay({ source, metadata, title })
  const timeline = parseTimeline(source, sections, day, metadata)
  const { causes, prose } = parseCauses(source, sections)
  return {
    source,
    title,
    titleFrom,
    sections,
    metadata,
    summary: summaryOf(source, sections),
    impact: parseImpact(source, sections),
    timeline: timeline.rows,
    rootCause: prose,
    causes,
    wentRight: bulletsOf(source, sections, 'went-right'),
    wentWrong: bulletsOf(source, sections, 'went-wrong'),
    lucky: bulletsOf(source, sections, 'lucky'),
    resolution: bulletsOf(source, sections, 'resolution'),
    actionItems: parseActionItems(source, sections, day),
    lessons: bulletsOf(source, sections, 'lessons'),
    artefacts: parseArtefacts(source, sections),
    communication: bulletsOf(source, sections, 'communication'),
    publication: parsePublication(source, sections),
    signOff: parseSignOff(source, sections),
    blamelessNote: parseBlamelessNote(source, sections),
    unmapped: sections.flatMap((section, index) => (section.kind === 'unmapped' ? [index] : [])),
    problems: [...guarded.problems, ...timeline.problems].sort((a, b) => a.span.from - b.span.from),
  }
}

const LABELLED_TITLE =
  /^(?:(?:incident\s+)?post-?\s?mortem|(?:incident\s+)?retrospective|incident report|事後検証)\s*(?:[-–—:：]|\s-\s)\s*(?=\S)/i

/** The first heading, else the front matter's or the metadata's title. */
function titleOf(
  source: string,
  sections: readonly Section[],
  metadata: Metadata,
  hasFrontMatter: boolean,
): Pick<Postmortem, 'title' | 'titleFrom'> {
  const heading = sections.find((section) => section.kind === 'title' && section.level > 0)
  const labelled = metadata.entries.find((entry) => entry.key === 'title' && entry.value.text !== '')
  const late =
    heading &&
    hasFrontMatter &&
    labelled &&
    sections.some((section) => section.kind !== 'title' && section.span.from < heading.span.from)
  if (heading && heading.heading !== '' && !late)
    return { title: titleField(heading.heading, heading.headingSpan), titleFrom: 'heading' }
  if (!labelled) return { title: null, titleFrom: null }
  const fromFront =
    hasFrontMatter && labelled.labelSpan.from < source.length && labelled === metadata.entries[0]
      ? true
      : isFrontMatter(source, labelled.labelSpan)
  return { title: labelled.value, titleFrom: fromFront ? 'front-matter' : 'metadata' }
}

function isFrontMatter(source: string, span: Span): boolean {
  const end = source.indexOf('\n---', 3)
  return source.replace(/^\ufeff/, '').startsWith('---') && end > span.from
}

/** The title without a label such as `Postmortem —` in front; `text` keeps the whole heading. */
function titleField(heading: string, span: Span): Field {
  return { value: heading.replace(LABELLED_TITLE, '').trim() || heading, text: heading, span }
}

function summaryOf(source: string, sections: readonly Section[]): Prose | null {
  const spans: Span[] = []
  for (const section of sections) {
    if (section.kind !== 'summary') continue
    if (section.lead && section.lead.to > section.lead.from) spans.push(section.lead)
    for (const block of section.blocks) if (block.type === 'paragraph' || block.type === 'list') spans.push(block.span)
    if (spans.length > 0) break
  }
  const first = spans[0]
  if (!first) return null
  const texts = spans.map((span) => fieldOf(source, span).text).filter((text) => text !== '')
  return texts.length === 0 ? null : { text: texts.join('\n'), span: { from: first.from, to: spans.at(-1)!.to } }
}

/** The document's own day (UTC midnight): of its metadata, title, or the first date with a year near its start; null where none is. */
export function documentDay({
  source,
  metadata,
  title,
}: Pick<Postmortem, 'source' | 'metadata' | 'title'>): Instant | null {
  const texts = metadata.entries
    .filter(({ key }) => key === 'start' || key === 'date' || key === 'end' || key === 'duration')
    .map(({ value }) => value.text)
  if (metadata.incidentId) texts.push(metadata.incidentId.text)
  if (title) texts.push(title.text)
  for (const text of texts) {
    const date = dateIn(text)
    if (date) return instantOfDay(date.year, date.month, date.day)
  }
  const near = dateIn(source.slice(0, 3000))
  // A title such as "Outage on 20th December" leaves its year to the text.
  const titled = title && near && dayInHeading(title.text)
  if (near) return instantOfDay(near.year, titled?.month ?? near.month, titled?.day ?? near.day)
  return null
}
