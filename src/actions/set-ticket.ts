/** Names the ticket of an action item: a living part, so that it may be named after signing too. */
import { ok, type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import type { ParseOptions } from '../document/parse.ts'
import { readRecord } from '../record/read-record.ts'
import { cellEdit } from '../signoff/cell-edit.ts'
import { findItem } from './find-item.ts'
import { livingChange } from './living-edits.ts'

/** Which item gets which ticket. */
export interface SetTicketRequest {
  readonly postmortem: Postmortem
  readonly parseOptions?: ParseOptions
  readonly recordText: string
  readonly item: string
  readonly ticket: string
}

/** The text with it. Refused as `findItem`, or where the item has no cell for a ticket (`ticket-cell-missing`). */
export function setTicket({
  postmortem,
  parseOptions,
  recordText,
  item,
  ticket,
}: SetTicketRequest): Result<{ text: string }> {
  const found = findItem(postmortem, readRecord(recordText).entries, item)
  if (!found.ok) return found
  const { item: held, key } = found.value
  const change =
    held.form === 'table' && held.ticket !== null
      ? livingChange(postmortem, [cellEdit(postmortem.source, held.ticket.span, ticket)], parseOptions)
      : null
  if (change) return ok({ text: change.after.source })
  return refuse(
    'ticket-cell-missing',
    `${key} has no cell for its ticket. Write the action items as a table with a column Ticket, then name it.`,
  )
}
