/** The tables in which people sign. */
import { textOf } from '../base/span.ts'
import type { TableBlock } from '../document/blocks.ts'
import type { Postmortem } from '../document/model.ts'

/** A sign-off table and which of its columns is which, counted from 0; null where it has no such column. */
export interface SignOffTable {
  readonly table: TableBlock
  readonly role: number | null
  readonly name: number | null
  readonly date: number | null
  readonly signature: number | null
}

const COLUMNS = {
  role: /role|役割/,
  name: /name|who|氏名|名前/,
  date: /date|日付/,
  signature: /signature|署名/,
}

/** The tables of the sign-off sections that have a column for the role or the name, in the order of the text. */
export function signOffTables(postmortem: Postmortem): SignOffTable[] {
  const found: SignOffTable[] = []
  for (const section of postmortem.sections) {
    if (section.kind !== 'sign-off') continue
    for (const block of section.blocks) {
      if (block.type !== 'table') continue
      const headings = block.header.map((span) => textOf(postmortem.source, span).toLowerCase())
      const column = (pattern: RegExp) => {
        const index = headings.findIndex((heading) => pattern.test(heading))
        return index < 0 ? null : index
      }
      const table = {
        table: block,
        role: column(COLUMNS.role),
        name: column(COLUMNS.name),
        date: column(COLUMNS.date),
        signature: column(COLUMNS.signature),
      }
      if (table.role !== null || table.name !== null) found.push(table)
    }
  }
  return found
}
