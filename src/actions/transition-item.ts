/** Moves an action item: its status in the text and the entry in the record, both or neither. */
import type { Edit } from '../base/edit.ts'
import { type Instant, parseInstant } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import { ok, type Result } from '../base/result.ts'
import { textOf } from '../base/span.ts'
import type { ActionItem, Field, Postmortem } from '../document/model.ts'
import type { ParseOptions } from '../document/parse.ts'
import { appendEntry } from '../record/append-entry.ts'
import type { Entry, EntryData, Proof } from '../record/entry.ts'
import { itemKey } from '../record/item-key.ts'
import { readRecord } from '../record/read-record.ts'
import { cellEdit } from '../signoff/cell-edit.ts'
import { canTransition } from './can-transition.ts'
import { findItem } from './find-item.ts'
import type { ItemState } from './item-state.ts'
import { type LivingChange, livingChange } from './living-edits.ts'
import { statusWords } from './status-words.ts'
import { type Verifier, verifierToText } from './verifier.ts'

/** Which item should become what, and what is given for it. */
export interface TransitionItemRequest {
  readonly postmortem: Postmortem
  /** How the postmortem was parsed. */
  readonly parseOptions?: ParseOptions
  readonly recordText: string
  readonly item: string
  readonly to: ItemStatus
  readonly at: Instant
  readonly actor: string
  readonly proof?: Proof
  readonly verifier?: Verifier
  readonly reason?: string
  readonly acceptedBy?: string
  readonly until?: string
}

/** The document and the record after the move. */
export interface TransitionedItem {
  readonly edits: readonly Edit[]
  readonly text: string
  readonly recordText: string
  readonly entry: Entry<'item-transition'>
}

/**
 * The move starts from the status by the record, whatever the text claims. The status cell is rewritten in the author's way, a blank Proof
 * cell gets the proof's reference; an item without a cell for its status is moved in the record only. Refused as `findItem`,
 * `canTransition` and `appendEntry` refuse.
 */
export function transitionItem(request: TransitionItemRequest): Result<TransitionedItem> {
  const { postmortem, recordText, at, actor } = request
  const found = findItem(postmortem, readRecord(recordText).entries, request.item)
  if (!found.ok) return found
  const state = found.value
  const may = canTransition({
    ...request,
    item: state.key,
    from: state.status,
    owner: state.item.owner?.text ?? null,
    ticket: state.item.ticket?.text ?? null,
    doneBy: state.doneBy,
  })
  if (!may.ok) return may
  const change = textChange(request, state)
  const appended = appendEntry(recordText, {
    verb: 'item-transition',
    data: entryData(request, state),
    actor,
    at,
    documentText: change.after.source,
  })
  if (!appended.ok) return appended
  const { text: record, entry } = appended.value
  return ok({ edits: change.edits, text: change.after.source, recordText: record, entry })
}

function entryData(request: TransitionItemRequest, state: ItemState): EntryData['item-transition'] {
  const { to, proof, verifier, reason, acceptedBy, until } = request
  return {
    item: state.key,
    from: state.status,
    to,
    ...(proof ? { proof } : {}),
    ...(to === 'verified' ? { verifier: verifierToText(verifier ?? { kind: 'person', name: request.actor }) } : {}),
    ...(reason ? { reason: reason.trim() } : {}),
    ...(acceptedBy && to === "won't do" ? { acceptedBy: acceptedBy.trim() } : {}),
    ...(until && to === "won't do" && parseInstant(until) !== null ? { until } : {}),
  }
}

/** The author's way of writing first; the plain word where that does not read back; nothing where a signature would break. */
function textChange(request: TransitionItemRequest, { item, key }: ItemState): LivingChange {
  const { postmortem, to, proof, parseOptions } = request
  const { source } = postmortem
  const { status } = item
  if (status === null || status.value === to) return { edits: [], after: postmortem }
  const proofEdits =
    proof && item.form === 'table' && isBlank(item.proof) ? [cellEdit(source, item.proof!.span, proof.reference)] : []
  for (const words of [statusWords(textOf(source, status.span), to), to]) {
    const change = livingChange(postmortem, [statusEdit(source, item, status, words), ...proofEdits], parseOptions)
    if (change?.after.actionItems.find(({ id }) => itemKey(id) === key)?.status?.value === to) return change
  }
  return { edits: [], after: postmortem }
}

function statusEdit(source: string, item: ActionItem, status: Field<unknown>, words: string): Edit {
  if (item.form === 'table') return cellEdit(source, status.span, words)
  return { from: status.span.from, to: status.span.to, text: words }
}

function isBlank(field: Field | null): boolean {
  return field !== null && /^(?:|<[^>]*>|-|–|—|tbd|n\/a)$/i.test(field.text)
}
