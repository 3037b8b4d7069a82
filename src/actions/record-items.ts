/** Puts every action item of a document on record, so that its id is never given to another one, even after it was deleted. */
import type { Instant } from '../base/instant.ts'
import { ok, type Result } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import { appendEntry } from '../record/append-entry.ts'
import { itemHistories } from '../record/item-history.ts'
import { itemKey } from '../record/item-key.ts'
import { readRecord } from '../record/read-record.ts'

/** Who puts them on record, and when. */
export interface RecordItemsRequest {
  readonly postmortem: Postmortem
  readonly recordText: string
  readonly actor: string
  readonly at: Instant
}

/** The record with an `item-added` entry for each item with an id of its own that it does not know; unchanged where it knows all. */
export function recordItems({ postmortem, recordText, actor, at }: RecordItemsRequest): Result<string> {
  const known = new Set<string>(itemHistories(readRecord(recordText).entries).keys())
  let text = recordText
  for (const { id, idGiven } of postmortem.actionItems) {
    const item = itemKey(id)
    if (!idGiven || known.has(item)) continue
    known.add(item)
    const appended = appendEntry(text, {
      verb: 'item-added',
      data: { item },
      actor,
      at,
      documentText: postmortem.source,
    })
    if (!appended.ok) return appended
    text = appended.value.text
  }
  return ok(text)
}
