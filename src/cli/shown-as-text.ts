/** What `show` prints for people. */

import { visibleText } from '../base/visible-text.ts'
import type { ShownFile } from '../document/show-json.ts'
import { wrap } from './wrap.ts'

/** One file as text that fits the width, with an empty line at its end. */
export function shownAsText(shown: ShownFile, width: number): string {
  const lines = [visibleText(shown.file)]
  const add = (indent: number, label: string, ...parts: (string | null)[]) => {
    const words = parts.filter((part) => part !== null && part !== '').join(' · ')
    const start = `${' '.repeat(indent)}${label}`
    lines.push(start + wrap(visibleText(words), width, start.length))
  }
  if (shown.error !== undefined) {
    add(2, 'cannot be read: ', shown.error)
    return `${lines.join('\n')}\n\n`
  }
  add(2, 'title    ', shown.title ?? 'none')
  for (const { id, severity, severityText, date, startedAt, endedAt } of shown.incidents) {
    const words = severityText !== null && severityText !== severity ? `${severity ?? '?'} (${severityText})` : severity
    const times = startedAt === null && endedAt === null ? null : `${startedAt ?? '?'} to ${endedAt ?? '?'}`
    add(2, 'incident ', id ?? 'no id', words, times ?? date)
  }
  lines.push(`  timeline ${entries(shown.timeline.length, 'entry', 'entries')}`)
  for (const { at, date, kind, text, line } of shown.timeline) {
    const when = at === null ? (date ?? 'no time').padEnd(20) : at
    add(4, `${String(line).padStart(5)}  ${when}  ${kind.padEnd(16)} `, text)
  }
  lines.push(`  action items ${shown.actionItems.length}`)
  for (const { id, description, owner, ticket, due, status, line } of shown.actionItems)
    add(
      4,
      `${String(line).padStart(5)}  ${id.padEnd(4)} `,
      description,
      owner ?? 'no owner',
      ticket,
      due ?? 'no due date',
      status ?? 'no status',
    )
  if (shown.unmapped.length > 0) lines.push('  fits nowhere')
  for (const { heading, line } of shown.unmapped) add(4, `${String(line).padStart(5)}  `, heading)
  return `${lines.join('\n')}\n\n`
}

function entries(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
