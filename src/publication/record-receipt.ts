/** Records that a postmortem was published at a place, and ticks what follows from it. */
import { applyEdits, type Edit } from '../base/edit.ts'
import type { Instant } from '../base/instant.ts'
import { ok, type Result } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import { appendEntry } from '../record/append-entry.ts'
import type { Entry } from '../record/entry.ts'
import { readRecord } from '../record/read-record.ts'
import { signedDigest } from '../signoff/signed-digest.ts'
import { receiptEdits } from './receipts.ts'

/** What was published where. */
export interface ReceiptRequest {
  readonly postmortem: Postmortem
  readonly recordText: string
  /** `git`, `channel`, `wiki` ...; the configured ones decide when an entry with two places is ticked. */
  readonly target: string
  readonly configured: readonly string[]
  /** A commit, a link, a page. */
  readonly reference: string
  readonly note?: string
  readonly at: Instant
  readonly actor: string
}

/** The document and the record after it. */
export interface RecordedReceipt {
  readonly edits: readonly Edit[]
  readonly text: string
  readonly recordText: string
  /** The receipt, new or, where the record held it already, the one that it holds. */
  readonly entry: Entry<'receipt'>
}

/** A receipt of the same place, reference and signed text is not recorded twice: then only the edits that are still missing are made. */
export function recordReceipt(request: ReceiptRequest): Result<RecordedReceipt> {
  const { postmortem, recordText, target, configured, at, actor } = request
  const reference = request.reference.trim()
  const { root } = signedDigest(postmortem)
  const { entries } = readRecord(recordText)
  const known = entries.find(
    (entry): entry is Entry<'receipt'> =>
      entry.verb === 'receipt' &&
      entry.data.target === target &&
      entry.data.reference === reference &&
      entry.data.digest === root,
  )
  const note = request.note?.trim() ? { note: request.note.trim() } : {}
  const write = (documentText: string) =>
    appendEntry(recordText, {
      verb: 'receipt',
      data: { target, reference, digest: root, ...note },
      actor,
      at,
      documentText,
    })
  const first = known ? null : write(postmortem.source)
  if (first && !first.ok) return first
  const edits = receiptEdits(postmortem, first ? [...entries, first.value.entry] : entries, configured)
  const text = applyEdits(postmortem.source, edits)
  if (!text.ok) return text
  if (known) return ok({ edits, text: text.value, recordText, entry: known })
  const appended = write(text.value)
  if (!appended.ok) return appended
  return ok({ edits, text: text.value, recordText: appended.value.text, entry: appended.value.entry })
}
