/** Writes one person's row into the sign-off table, with the column, row, table or section that it lacks. */
import { type Edit, lineEndingAt } from '../base/edit.ts'
import type { Span } from '../base/span.ts'
import type { Postmortem, Section } from '../document/model.ts'
import { cellEdit, cellText } from './cell-edit.ts'
import { lineEnd, lineStart, nextLine } from './lines.ts'
import { sameRole } from './roles.ts'
import { samePerson } from './same-person.ts'
import { type SignOffTable, signOffTables } from './sign-off-table.ts'
import { isTop } from './top-sections.ts'

/** What a row is to say. */
export interface SignOffWords {
  readonly role: string
  readonly name: string
  readonly date: string
  readonly signature: string
}

/** The row of a table in which a role stands, with the spans of its cells (fewer than the header where the row is short). */
export interface RoleRow {
  readonly at: SignOffTable
  readonly cells: readonly Span[]
  /** The name in it; empty where it is blank or a placeholder. */
  readonly name: string
}

/** The row of a role: one that names this person, else the first one without a name, else the first. Null where there is none. */
export function findRoleRow(postmortem: Postmortem, role: string, name: string): RoleRow | null {
  const rows: RoleRow[] = []
  const known = new Map(postmortem.signOff.map((row) => [row.span.from, row]))
  for (const at of signOffTables(postmortem)) {
    for (const row of at.table.rows) {
      const words = known.get(row.span.from)
      if (words && sameRole(words.role.value, role)) rows.push({ at, cells: row.cells, name: words.name.value })
    }
  }
  return rows.find((row) => samePerson(row.name, name)) ?? rows.find((row) => row.name === '') ?? rows[0] ?? null
}

/** The edits that make the sign-off table say so. */
export function signOffEdits(postmortem: Postmortem, words: SignOffWords): Edit[] {
  const row = findRoleRow(postmortem, words.role, words.name)
  const at = row?.at ?? signOffTables(postmortem)[0]
  if (!at) return [newTable(postmortem, words)]
  const { source } = postmortem
  const edits: Edit[] = []
  const adds = at.signature === null
  if (adds) edits.push(addCell(source, at.table.header, 'Signature'), addDelimiter(source, at))
  const width = at.table.header.length + (adds ? 1 : 0)
  for (const { cells } of at.table.rows) {
    if (cells === row?.cells) edits.push(...fillRow(source, at, cells, words, width))
    else if (adds && cells.length > 0) edits.push(addCells(source, cells, blanks(cells.length, width)))
  }
  if (!row) edits.push(newRow(source, at, words, width))
  return edits
}

function fillRow(source: string, at: SignOffTable, cells: readonly Span[], words: SignOffWords, width: number): Edit[] {
  const edits: Edit[] = []
  const missing = blanks(cells.length, width)
  for (const [column, text] of columnWords(at, words)) {
    const cell = cells[column]
    if (cell) edits.push(cellEdit(source, cell, text))
    else missing[column - cells.length] = cellText(text)
  }
  if (missing.length > 0) edits.push(addCells(source, cells, missing))
  return edits
}

/** What goes into which column; the role stays as the author wrote it. A signature without a column goes into the one that is added. */
function columnWords(at: SignOffTable, words: SignOffWords): [number, string][] {
  const found: [number, string][] = []
  if (at.name !== null) found.push([at.name, words.name])
  if (at.date !== null) found.push([at.date, words.date])
  found.push([at.signature ?? at.table.header.length, words.signature])
  return found
}

function newRow(source: string, at: SignOffTable, words: SignOffWords, width: number): Edit {
  const cells = blanks(0, width)
  for (const [column, text] of [...columnWords(at, words), [at.role ?? 0, words.role] as const])
    cells[column] = cellText(text)
  const first = lineStart(source, at.table.span.from)
  const margin = /^[ \t>]*/.exec(source.slice(first, at.table.header[0]?.from ?? first))?.[0] ?? ''
  const end = lineEnd(source, at.table.span.to)
  return { from: end, to: end, text: `${lineEndingAt(source, end)}${margin}${rowText(cells)}` }
}

function blanks(from: number, width: number): string[] {
  return new Array<string>(Math.max(0, width - from)).fill('')
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Puts a cell behind the last of a line, with or without an outer pipe as the line has it. */
function addCell(source: string, cells: readonly Span[], text: string): Edit {
  return addCells(source, cells, [text])
}

function addCells(source: string, cells: readonly Span[], texts: readonly string[]): Edit {
  let at = cells.at(-1)?.to ?? 0
  while (source[at] === ' ' || source[at] === '\t') at++
  if (source[at] === '|') return { from: at + 1, to: at + 1, text: texts.map((text) => ` ${text} |`).join('') }
  return { from: at, to: at, text: texts.map((text) => ` | ${text}`).join('') }
}

function addDelimiter(source: string, at: SignOffTable): Edit {
  const start = nextLine(source, at.table.header[0]?.from ?? at.table.span.from)
  const line = source.slice(start, lineEnd(source, start)).trimEnd()
  const end = start + line.length
  return { from: end, to: end, text: line.endsWith('|') ? '---|' : '|---' }
}

/** A table where the sign-off section has none, or the section with its table where there is none. */
function newTable(postmortem: Postmortem, words: SignOffWords): Edit {
  const { source } = postmortem
  const section = postmortem.sections.find((one) => one.kind === 'sign-off' && one.level > 0 && one.lead === null)
  const at = section ? placeIn(source, section) : placeForSection(postmortem)
  const nl = lineEndingAt(source, at)
  const lines = [
    '| Role | Name | Date | Signature |',
    '|---|---|---|---|',
    rowText([words.role, words.name, words.date, words.signature].map(cellText)),
  ]
  if (!section) lines.unshift(`${'#'.repeat(levelAt(postmortem, at))} Sign-off`, '')
  const gap = at === 0 ? '' : nl + nl
  return { from: at, to: at, text: gap + lines.join(nl) + (needsBlank(source, at) ? nl : '') }
}

/** Behind the heading or the first block that is followed by a blank line or by nothing. */
function placeIn(source: string, section: Section): number {
  const ends = [
    lineEnd(source, section.headingSpan.to),
    ...section.blocks.map((block) => lineEnd(source, block.span.to)),
  ]
  return ends.find((end) => !needsBlank(source, end)) ?? ends.at(-1)!
}

/** Before the note on blamelessness and its rule, else behind the last words of the text. */
function placeForSection({ source, blamelessNote, sections }: Postmortem): number {
  let before = source.length
  if (blamelessNote) {
    const note = blamelessNote.span.from
    const blocks = sections.flatMap((section) => section.blocks)
    const rule = blocks.findLast(
      (block) => block.type === 'rule' && block.span.to <= note && source.slice(block.span.to, note).trim() === '',
    )
    before = lineStart(source, rule?.span.from ?? note)
  }
  return source.slice(0, before).trimEnd().length
}

/** As deep as the top-level section before this place, so that the new one does not become a part of it. */
function levelAt({ sections }: Postmortem, at: number): number {
  const before = sections.filter(
    (section) => isTop(sections, section) && section.kind !== 'title' && section.span.from < at,
  )
  const level = before.at(-1)?.level ?? 2
  return level >= 1 && level <= 6 ? level : 2
}

/** Whether words follow on the very next line, which a table would swallow. */
function needsBlank(source: string, end: number): boolean {
  const next = nextLine(source, end)
  const line = source.slice(next, lineEnd(source, next))
  return next > end && line.trim() !== '' && !/^ {0,3}#/.test(line)
}
