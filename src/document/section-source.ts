/** The source of a section, ready to stand in another document: headings at new levels, nested labels taken out of their list. */
import type { Section } from './model.ts'

/** Body of a section (without its heading line) and of the sections below it that `takes` accepts, their headings at `level` and deeper. */
export function bodySource(
  source: string,
  sections: readonly Section[],
  index: number,
  level: number,
  takes: (section: Section) => boolean,
): string {
  const root = sections[index]!
  const parts = [ownBody(source, sections, index)]
  for (let later = index + 1; later < sections.length; later++) {
    const section = sections[later]!
    if (section.span.from >= root.extent.to) break
    if (section.lead || !isBelow(sections, later, index) || !takes(section)) continue
    const depth = Math.min(6, Math.max(level, level + section.level - root.level - 1))
    parts.push(`${headingSource(source, section, depth)}\n\n${ownBody(source, sections, later)}`)
  }
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The heading of a section at a level, its words as they stand. */
export function headingSource(source: string, section: Section, level: number): string {
  const words = source.slice(section.headingSpan.from, section.headingSpan.to).replace(/[\r\n]+/g, ' ')
  return `${'#'.repeat(level)} ${words.replace(/^(\*\*|__)(.*)\1\s*[:：]?$/, '$2').trim()}`
}

function ownBody(source: string, sections: readonly Section[], index: number): string {
  const section = sections[index]!
  if (section.lead) return labelBody(source, section)
  const blocks = section.blocks
  const first = blocks[0]
  if (!first) return ''
  const line = source.lastIndexOf('\n', first.span.from - 1) + 1
  const from = line >= section.headingSpan.to || section.level === 0 ? line : first.span.from
  const text = source.slice(Math.max(from, section.level === 0 ? from : section.headingSpan.to), section.span.to)
  return text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd()
}

/** The words after a label and what is nested below it, moved out to the margin. */
function labelBody(source: string, section: Section): string {
  const words = section.lead ? source.slice(section.lead.from, section.lead.to) : ''
  const first = section.blocks[0]
  if (!first) return dedented(words, 0)
  const line = source.lastIndexOf('\n', first.span.from - 1) + 1
  const column = /^[ \t]*/.exec(source.slice(line, first.span.to))![0].length
  return `${dedented(words, column)}\n\n${dedented(source.slice(line, section.span.to), column)}`
}

/** Lines with up to so many leading blanks taken off, `\n` endings. */
export function dedented(text: string, columns: number): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.slice(Math.min(columns, /^[ \t]*/.exec(line)![0].length)))
    .join('\n')
}

function isBelow(sections: readonly Section[], index: number, root: number): boolean {
  let at: number | null = index
  while (at !== null && at !== root) at = sections[at]!.parent
  return at === root
}
