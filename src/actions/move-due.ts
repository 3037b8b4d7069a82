/** Moves the due date of an action item, with a reason; the first date stays in the record and keeps the quarter. */
import { applyEdits, type Edit } from '../base/edit.ts'
import { type Instant, parseInstant } from '../base/instant.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import { appendEntry } from '../record/append-entry.ts'
import type { Entry } from '../record/entry.ts'
import { readRecord } from '../record/read-record.ts'
import { cellEdit } from '../signoff/cell-edit.ts'
import { signatureState } from '../signoff/signature-state.ts'
import { findItem } from './find-item.ts'

/** Which item moves to which day (`YYYY-MM-DD`), and why. */
export interface MoveDueRequest {
  readonly postmortem: Postmortem
  readonly recordText: string
  readonly item: string
  readonly to: string
  readonly reason: string
  readonly at: Instant
  readonly actor: string
}

/** The document and the record after it. */
export interface MovedDue {
  readonly edits: readonly Edit[]
  readonly text: string
  readonly recordText: string
  readonly entry: Entry<'item-due-moved'>
}

/**
 * The Due cell is no living part: it is rewritten only while nobody's signature holds; after that the record alone knows the new date. Refused
 * without a reason (`reason-missing`), a day (`date-unreadable`), a date to move from (`due-missing`), for the same day (`due-unchanged`) or
 * for an item that is not to be done any more (`item-closed`).
 */
export function moveDue(request: MoveDueRequest): Result<MovedDue> {
  const { postmortem, recordText, to, reason, at, actor } = request
  const { entries } = readRecord(recordText)
  const found = findItem(postmortem, entries, request.item)
  if (!found.ok) return found
  const { key, due, status, item } = found.value
  if (reason.trim() === '') return refuse('reason-missing', `The due date of ${key} moves only with a reason. Say why.`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(to) || parseInstant(to) === null)
    return refuse('date-unreadable', `The date "${to}" is no day. Expected YYYY-MM-DD.`)
  if (status !== 'open' && status !== 'in progress')
    return refuse('item-closed', `${key} is "${status}", so its due date cannot move. Open it again first.`)
  if (due === null)
    return refuse(
      'due-missing',
      `${key} has no due date yet. Write one into the document (YYYY-MM-DD) before it can move.`,
    )
  if (due === to) return refuse('due-unchanged', `${key} is due on ${to} already.`)
  const signed = signatureState(postmortem, entries, []).roles.some((role) => role.status === 'valid')
  const writes = !signed && item.form === 'table' && item.due !== null
  const edits = writes ? [cellEdit(postmortem.source, item.due!.span, to)] : []
  const text = applyEdits(postmortem.source, edits)
  if (!text.ok) return text
  const appended = appendEntry(recordText, {
    verb: 'item-due-moved',
    data: { item: key, from: due, to, reason: reason.trim() },
    actor,
    at,
    documentText: text.value,
  })
  if (!appended.ok) return appended
  return ok({ edits, text: text.value, recordText: appended.value.text, entry: appended.value.entry })
}
