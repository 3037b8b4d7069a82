/** Turns a postmortem of any family into the format: known values in their places, everything else word for word. */
import { applyEdits, type Edit } from '../base/edit.ts'
import { type Instant, utcClock, utcDay } from '../base/instant.ts'
import type { Span } from '../base/span.ts'
import type { Block, ItemBlock } from './blocks.ts'
import { escapeCell } from './escape-cell.ts'
import { escapeLine } from './escape-line.ts'
import { comparable, lostWords } from './lost-words.ts'
import type { ActionItem, Field, Postmortem, Section, TimelineRow } from './model.ts'
import { parsePostmortem } from './parse.ts'
import type { SectionKind } from './section-kind.ts'
import { bodySource, dedented, headingSource } from './section-source.ts'
import { blankPostmortem } from './template.ts'

/** What the caller knows better than the document: the id that was minted. */
export interface ToFormatOptions {
  readonly incidentId: string
  readonly startedAt: Instant | null
}

/** The new text, and the headings of what stands under the appendix. */
export interface Formatted {
  readonly text: string
  readonly appendix: readonly string[]
}

/** The heading under which words stand that fit nowhere else. */
export const APPENDIX = 'Appendix: from the original'

/** Sections of the format whose bodies are taken as they stand, with the kinds that go there. */
const VERBATIM: readonly (readonly [SectionKind, readonly SectionKind[]])[] = [
  ['summary', ['summary']],
  ['impact', ['impact']],
  ['root-cause', ['root-cause', 'trigger', 'contributing-factors', 'missed-catch', 'five-whys']],
  ['resolution', ['resolution']],
  ['went-right', ['went-right']],
  ['went-wrong', ['went-wrong']],
  ['lucky', ['lucky']],
  ['lessons', ['lessons']],
  ['artefacts', ['artefacts']],
  ['communication', ['communication']],
]
const OPTIONAL: Partial<Record<SectionKind, { heading: string; after: SectionKind }>> = {
  resolution: { heading: 'Resolution', after: 'root-cause' },
  lucky: { heading: 'Where we got lucky', after: 'went-wrong' },
  communication: { heading: 'Customer communication', after: 'artefacts' },
}

/** Converts. Every paragraph, bullet, cell and code block of the original occurs in the result. */
export function toFormat(original: Postmortem, options: ToFormatOptions): Formatted {
  const { metadata, title } = original
  const value = (key: string) => metadata.entries.find((entry) => entry.key === key)?.value.text
  const blank = blankPostmortem({
    incidentId: options.incidentId,
    ...(title ? { title: title.value } : {}),
    ...(options.startedAt === null ? {} : { startedAt: options.startedAt }),
    ...(metadata.endedAt?.value ? { endedAt: metadata.endedAt.value } : {}),
    ...(metadata.severity ? { severity: metadata.severity.text } : {}),
    ...present('primary', value('primary')),
    ...present('secondary', value('secondary')),
    ...present('commander', value('commander')),
    ...present('recorder', value('recorder')),
  })
  const target = parsePostmortem(blank)
  const edits = [...replacements(original, target)]
  const text = applyEdits(blank, edits)
  const converted = text.ok ? text.value : blank
  const { text: whole, appendix } = withAppendix(original, converted)
  // Whatever the steps above let slip is added here, so that nothing can be lost.
  const lost = lostInConversion(original, whole).map((span) => blockSource(original.source, span))
  if (lost.length === 0) return { text: whole, appendix }
  const start = whole.includes(`\n## ${APPENDIX}\n`) ? whole : `${whole}\n## ${APPENDIX}\n`
  return { text: `${start}\n### Other words\n\n${lost.join('\n\n')}\n`, appendix: [...appendix, 'Other words'] }
}

function present<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value ? ({ [key]: value } as { [P in K]: string }) : {}
}

function* replacements(original: Postmortem, target: Postmortem): Generator<Edit> {
  const { source, sections } = original
  for (const [kind, kinds] of VERBATIM) {
    const body = bodyOf(source, sections, kinds)
    if (body === '') continue
    const optional = OPTIONAL[kind]
    const section = target.sections.find((one) => one.kind === (optional?.after ?? kind))
    if (!section) continue
    if (optional && !target.sections.some((one) => one.kind === kind)) {
      yield { from: section.extent.to, to: section.extent.to, text: `## ${optional.heading}\n\n${body}\n\n` }
    } else yield { ...bodySpan(section), text: `\n\n${body}\n\n` }
  }
  const timeline = target.sections.find((one) => one.kind === 'timeline')
  if (timeline && original.timeline.length > 0)
    yield { ...bodySpan(timeline), text: `\n\n${timelineTable(source, original.timeline)}\n\n` }
  const actions = target.sections.find((one) => one.kind === 'action-items')
  if (actions && original.actionItems.length > 0)
    yield { ...bodySpan(actions), text: `\n\n${actionTable(source, original.actionItems)}\n\n` }
  const last = target.metadata.entries.at(-1)
  const more = otherMetadata(original)
  if (last && more !== '')
    yield {
      from: lineEnd(target.source, last.value.span.to),
      to: lineEnd(target.source, last.value.span.to),
      text: more,
    }
}

function bodySpan(section: Section): Span {
  return { from: section.headingSpan.to, to: section.extent.to }
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end < 0 ? source.length : end
}

/** Bodies of all sections of the kinds: the first as it is, the others under their own headings. */
function bodyOf(source: string, sections: readonly Section[], kinds: readonly SectionKind[]): string {
  const parts: string[] = []
  sections.forEach((section, index) => {
    if (!kinds.includes(section.kind)) return
    const { parent } = section
    if (parent !== null && sections[parent]!.kind === section.kind) return
    const body = bodySource(source, sections, index, 4, (below) => below.kind === section.kind)
    if (body === '') return
    const plain = section.kind === kinds[0] && parts.length === 0 && !section.lead
    parts.push(plain ? body : `${headingSource(source, section, 3)}\n\n${body}`)
  })
  return parts.join('\n\n')
}

function timelineTable(source: string, rows: readonly TimelineRow[]): string {
  const sources = rows.some((row) => row.source?.text)
  const lines = sources ? ['| Time | Event | Source |', '|---|---|---|'] : ['| Time | Event |', '|---|---|']
  let day: string | null = null
  for (const row of rows) {
    const time = row.at === null ? ((row.timeText || row.date) ?? '') : clockOf(row.at, day)
    if (row.at !== null) day = utcDay(row.at)
    lines.push(
      `| ${escapeCell(time)} | ${cellSource(source, row.textSpan)} |${sources ? ` ${row.source ? cellSource(source, row.source.span) : ''} |` : ''}`,
    )
  }
  return lines.join('\n')
}

/** The source of a stretch as the content of one cell: links and marks stay, line endings and open pipes do not. */
function cellSource(source: string, span: Span): string {
  return source
    .slice(span.from, span.to)
    .replace(/\s+/g, ' ')
    .replace(/(\\?)\|/g, '\\|')
    .trim()
}

/** Starts of stretches whose meaning the tables tell in the format's own words: times in UTC, due dates and statuses. */
function toldElsewhere({ timeline, actionItems, sections }: Postmortem): ReadonlySet<number> {
  const told = new Set<number>()
  for (const { at, timeText, timeSpan, textSpan } of timeline) {
    if (at === null || !timeSpan || !timeText.includes(utcClock(at).slice(0, 5))) continue
    told.add(timeSpan.from)
    if (textSpan.from < timeSpan.from) told.add(textSpan.from)
  }
  for (const { due, status } of actionItems) {
    if (due?.value) told.add(due.span.from)
    if (status?.value) told.add(status.span.from)
  }
  // The label of a section that becomes a table of the format is that section's heading there.
  for (const { kind, lead, headingSpan } of sections)
    if (lead && lead.from >= lead.to && (kind === 'timeline' || kind === 'action-items')) told.add(headingSpan.from - 2)
  return told
}

/** The clock alone on the day of the row before, the whole moment where the day changes. */
function clockOf(at: Instant, day: string | null): string {
  return utcDay(at) === day ? utcClock(at) : `${utcDay(at)} ${utcClock(at)}`
}

function actionTable(source: string, items: readonly ActionItem[]): string {
  const lines = ['| ID | Description | Owner | Ticket | Due | Status |', '|---|---|---|---|---|---|']
  for (const { id, description, owner, ticket, due, status } of items) {
    const words = (field: Field<unknown> | null) => (field ? cellSource(source, field.span) : '')
    const state = status?.value ?? (words(status) || 'open')
    const cells = [escapeCell(id), words(description), words(owner), words(ticket), due?.value ?? words(due), state]
    lines.push(`| ${cells.join(' | ')} |`)
  }
  return lines.join('\n')
}

const TAKEN = new Set([
  'incident-id',
  'start',
  'end',
  'primary',
  'secondary',
  'commander',
  'recorder',
  'severity',
  'title',
])

/** Metadata that the template has no line for, under the author's own labels. */
function otherMetadata({ metadata }: Postmortem): string {
  return metadata.entries
    .filter((entry) => !TAKEN.has(entry.key) && entry.value.text !== '' && entry.value.text.length < 300)
    .map((entry) => `\n- **${escapeLine(entry.label)}:** ${escapeLine(entry.value.text)}`)
    .join('')
}

/** Stretches of the original whose words occur nowhere in its conversion and are not told there in other words: none, if all is well. */
export function lostInConversion(original: Postmortem, converted: string): Span[] {
  const result = comparable(converted)
  const told = toldElsewhere(original)
  return original.sections.flatMap(({ blocks }) => lostWords(original.source, blocks, result, told))
}

/** Adds what fits nowhere, and every section of which a word is missing so far, word for word. */
function withAppendix(original: Postmortem, converted: string): Formatted {
  const { source, sections } = original
  const result = comparable(converted)
  const told = toldElsewhere(original)
  const headings: string[] = []
  const parts: string[] = []
  sections.forEach((section, index) => {
    const missing = missingSource(original, section, result, told)
    if (section.kind !== 'unmapped' && missing === '') return
    const body = section.kind === 'unmapped' ? bodySource(source, sections, index, 4, () => false) : missing
    const heading = section.level === 0 ? '### Before the first heading' : headingSource(source, section, 3)
    headings.push(section.heading || 'Before the first heading')
    parts.push(body === '' ? heading : `${heading}\n\n${body}`)
  })
  const front = frontMatter(original, `${result}${comparable(parts.join('\n'))}`)
  if (front !== '') parts.unshift(`### Front matter\n\n${front}`)
  if (parts.length === 0) return { text: converted, appendix: headings }
  return { text: `${converted.trimEnd()}\n\n## ${APPENDIX}\n\n${parts.join('\n\n')}\n`, appendix: headings }
}

/** The blocks and items of a section of which a word is missing from the result, as they stand. */
function missingSource(original: Postmortem, section: Section, result: string, told: ReadonlySet<number>): string {
  const { source, sections } = original
  const { blocks, lead } = section
  const words = lead ? source.slice(lead.from, lead.to) : ''
  const labelled = new Set(sections.flatMap((one) => (one.lead && one !== section ? [one.span.from] : [])))
  const parts: (Block | ItemBlock)[] = []
  for (const block of blocks) {
    if (block.type === 'list') parts.push(...block.items)
    else parts.push(block)
  }
  const lost = parts.filter((part) => {
    if (labelled.has(part.span.from)) return false
    return lostWords(source, part.type === 'item' ? part.blocks : [part], result, told).length > 0
  })
  const missing = lost.map(({ span }) => blockSource(source, span))
  if (!result.includes(comparable(words))) missing.unshift(words)
  return missing.join('\n\n')
}

/** A block from the start of its first line, moved out to the margin. */
function blockSource(source: string, span: Span): string {
  const line = Math.max(source.lastIndexOf('\n', span.from - 1), source.lastIndexOf('\r', span.from - 1)) + 1
  const column = /^[ \t]*/.exec(source.slice(line, span.to))![0].length
  return dedented(source.slice(line, span.to), column)
}

function frontMatter({ source, metadata }: Postmortem, result: string): string {
  if (!source.replace(/^\ufeff/, '').startsWith('---')) return ''
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\r|$)/.exec(source.slice(0, 20_000))
  if (!end || metadata.entries.length === 0) return ''
  const lines = source
    .slice(0, end.index)
    .split(/\r\n|\n|\r/)
    .slice(1)
  const lost = lines.filter(
    (line) => line.trim() !== '' && !result.includes(comparable(line.replace(/^[^:]*:\s*["']?|["']$/g, ''))),
  )
  return lost.length === 0 ? '' : `\`\`\`yaml\n${lines.join('\n')}\n\`\`\``
}
