/** Sections that are a timeline or action items by what they hold, where no heading of the document names such a section. */
import { timeTextAt } from '../timeline/time-text.ts'
import { actionColumns } from './action-columns.ts'
import type { ListBlock, TableBlock } from './blocks.ts'
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
  return sections.map((section, index) => {
    const { kind } = section
    if (!hasTimeline && MAY_BE_TIMELINE.includes(kind) && holdsTimes(source, section, index))
      return { ...section, kind: 'timeline' as const }
    if (!hasItems && MAY_BE_ITEMS.includes(kind) && holdsTasks(source, section))
      return { ...section, kind: 'action-items' as const }
    return section
  })
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
