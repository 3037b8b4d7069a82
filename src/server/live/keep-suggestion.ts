/** Keeps an edit that may not be made as a suggestion, in the transaction that refuses it. */

import type { House } from '../house.ts'
import { newId } from '../new-id.ts'
import { appendAudit } from '../store/audit.ts'
import type { Writer } from '../store/store.ts'
import { insertSuggestion } from '../store/suggestions.ts'
import type { Refused } from './judge-updates.ts'
import { textOf } from './live-doc.ts'
import { suggestedEdits } from './suggested-edits.ts'

/** Keeps a refused edit against a text that is that of a revision; answers the suggestion's id, or null where there is nothing to keep. */
export async function keepSuggestion(
  house: House,
  tx: Writer,
  { postmortemId, base, revision, restricted }: SuggestionPlace,
  { waiting, refusal, fork }: Refused,
): Promise<string | null> {
  const { person } = waiting.connection
  // What an API token may not do leaves no trace; a person who may read may suggest.
  if (refusal.code === 'out-of-step' || (refusal.code === 'read-only' && person.via === 'token')) return null
  const edits = suggestedEdits(base, textOf(fork))
  if (edits === null) return null
  const now = house.now()
  const id = newId(now)
  const body = `An edit that could not be made: ${refusal.message}`
  await insertSuggestion(tx, { id, postmortemId, body, revision, edits, actor: person.id }, now)
  await appendAudit(tx, {
    at: now,
    actor: person.id,
    actorName: person.name,
    via: person.via,
    verb: 'comment.created',
    subject: postmortemId,
    restricted,
    address: person.address,
    requestId: null,
    data: { comment: id, kind: 'suggestion', because: refusal.code },
  })
  return id
}

/** Where a suggestion belongs. */
export interface SuggestionPlace {
  readonly postmortemId: string
  /** The text of the revision. */
  readonly base: string
  readonly revision: number
  readonly restricted: boolean
}
