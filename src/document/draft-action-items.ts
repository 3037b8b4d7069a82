/** The action items of a draft as a table, with the optional columns that hold anything. */
import type { DraftItem, DraftValues } from './draft-values.ts'
import { escapeCell } from './escape-cell.ts'
import { linkMarkup } from './link-markup.ts'

const BLANK_ITEMS = [
  'an alert for the signal that was missing',
  'a runbook step that says what it left out',
  'an experiment that plays this incident again',
  'a message to tenants about what changes for them',
]
const OPTIONAL = [
  ['Priority', (item: DraftItem) => item.priority],
  ['Type', (item: DraftItem) => item.type],
  ['Addresses', (item: DraftItem) => item.addresses?.join(', ')],
  ['Proof', (item: DraftItem) => item.proof],
  ['Effect', (item: DraftItem) => item.effect],
] as const

/** Lines of the table under Action items. */
export function draftActionItems({ actionItems = [] }: DraftValues): string[] {
  if (actionItems.length === 0) {
    const rows = BLANK_ITEMS.map(
      (words, index) => `| A${index + 1} | \\<${words}\\> | \\<name\\> | \\<ticket-id\\> | YYYY-MM-DD | open |`,
    )
    return table([], rows)
  }
  const optional = OPTIONAL.filter(([, read]) => actionItems.some((item) => read(item)))
  const used = new Set(actionItems.map(({ id }) => id))
  let next = 1
  const rows = actionItems.map((item) => {
    let { id } = item
    if (id === undefined) {
      while (used.has(`A${next}`)) next++
      id = `A${next++}`
    }
    const cells = [
      escapeCell(id),
      escapeCell(item.description),
      filled(item.owner, '\\<name\\>'),
      typeof item.ticket === 'object'
        ? linkMarkup(item.ticket).replaceAll('|', '\\|')
        : filled(item.ticket, '\\<ticket-id\\>'),
      filled(item.due, 'YYYY-MM-DD'),
      item.status ?? 'open',
      ...optional.map(([, read]) => escapeCell(read(item) ?? '')),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return table(
    optional.map(([name]) => name),
    rows,
  )
}

function table(optional: readonly string[], rows: readonly string[]): string[] {
  const names = ['ID', 'Description', 'Owner', 'Ticket', 'Due', 'Status', ...optional]
  return [`| ${names.join(' | ')} |`, `|${'---|'.repeat(names.length)}`, ...rows]
}

function filled(words: string | undefined, placeholder: string): string {
  return escapeCell(words ?? '') || placeholder
}
