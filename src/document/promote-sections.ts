/** Sections that are a timeline or action items by what they hold, where no heading of the document names such a section. */
import { timeTextAt } from '../timeline/time-text.ts'
import { actionColumns } from './action-columns.ts'
import type { ListBlock, ParagraphBlock, TableBlock } from './blocks.ts'
import type { Section } from './model.ts'
import { plainWords } from './plain-words.ts'
import type { SectionKind } from './section-kind.ts'
import { timelineTable } from './timeline-table.ts'

const MAY_BE_TIMELINE: readonly SectionKind[] = ['unmapped', 'root-cause', 'resolution']
const MAY_BE_ITEMS: readonly SectionKind[] = ['unmapped', 'resolution', 'lessons', 'went-wrong']
/** A column that tells what was done, not what is to be done. */
const DONE = /\b(?:taken|completed|completion|performed)\b/i

/** The same sections, with the kind of those changed that hold a list or table of timed entries, or a table of tasks with owners. */
export function promotedSections(source: string, sections: readonly Section[]): readonly Section[] {
  const hasTimeline = sections.some(({ kind }) => kind === 'timeline')
  const hasItems = sections.some(({ kind }) => kind === 'action-items')
  if (hasTimeline && hasItems) return sections
  const moments = hasTimeline ? null : timedHeadings(sections)
  return sections.map((section, index) => {
    const { kind } = section
    if (moments?.has(index)) return { ...section, kind: 'timeline' as const }
    if (!hasTimeline && MAY_BE_TIMELINE.includes(kind) && holdsTimes(source, section, index))
      return { ...section, kind: 'timeline' as const }
    if (!hasItems && MAY_BE_ITEMS.includes(kind) && holdsTasks(source, section))
      return { ...section, kind: 'action-items' as const }
    return section
  })
}

/** `### 10:05 UTC: the queue is empty`: headings that begin with a time, where a section has more than one of them. */
function timedHeadings(sections: readonly Section[]): ReadonlySet<number> {
  const byParent = new Map<number | null, number[]>()
  for (const [index, { kind, level, heading, parent }] of sections.entries()) {
    if (level === 0 || kind === 'title' || !beginsWithClock(heading)) continue
    const siblings = byParent.get(parent)
    if (siblings) siblings.push(index)
    else byParent.set(parent, [index])
  }
  return new Set([...byParent.values()].filter((siblings) => siblings.length > 1).flat())
}

/** Begins with the figures of a time, not with `At 10:05` as a sentence does. */
function beginsWithClock(line: string): boolean {
  if (!/^[^\p{L}]{0,12}\d/u.test(line)) return false
  return Boolean(timeTextAt(line)?.clock)
}

/** At least three timed entries (two outside what may be a story of the repair), and hardly anything else. */
function holdsTimes(source: string, section: Section, index: number): boolean {
  let timed = 0
  let others = 0
  for (const block of section.blocks) {
    const counted =
      block.type === 'list'
        ? timedItems(source, block)
        : block.type === 'table'
          ? timedRows(source, block, index)
          : block.type === 'paragraph'
            ? timedLines(source, block)
            : null
    timed += counted?.timed ?? 0
    others += counted?.others ?? 0
  }
  return timed >= (section.kind === 'resolution' ? 3 : 2) && timed >= 4 * others
}

function timedItems(source: string, list: ListBlock): { timed: number; others: number } {
  let timed = 0
  for (const { blocks } of list.items) {
    const line = blocks[0]?.type === 'paragraph' ? blocks[0].lines[0] : undefined
    if (line && timeTextAt(source.slice(line.from, line.to))?.clock) timed++
  }
  return { timed, others: list.items.length - timed }
}

/** Lines that each begin with a time, counted where a paragraph is nothing else. */
function timedLines(source: string, { lines }: ParagraphBlock): { timed: number; others: number } {
  const timed = lines.filter(({ from, to }) => beginsWithClock(source.slice(from, to))).length
  return { timed: timed === lines.length ? timed : 0, others: 0 }
}

function timedRows(source: string, table: TableBlock, index: number): { timed: number; others: number } {
  const timed = timelineTable(source, table, index).filter(({ time }) => time?.clock).length
  return { timed, others: table.rows.length - timed }
}

/** A table of tasks: what, who, and by when or where it is tracked; or nothing but boxes under a heading about the repair. */
function holdsTasks(source: string, section: Section): boolean {
  return section.blocks.some((block) => {
    if (block.type === 'list' && section.kind === 'resolution')
      return (
        block.items.length > 1 && block.items.every(({ box }) => box) && block.items.some(({ box }) => !box?.ticked)
      )
    if (block.type !== 'table') return false
    const names = block.header.map((cell) => plainWords(source.slice(cell.from, cell.to)))
    if (names.some((name) => DONE.test(name))) return false
    const columns = actionColumns(names)
    return columns.has('owner') && (columns.has('due') || (columns.has('ticket') && columns.has('status')))
  })
}
