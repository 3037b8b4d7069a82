/** Whoever writes into a text who may see it says the same of its incident. */
import type { Postmortem } from '../../document/model.ts'
import { audienceOf } from '../../publication/redaction.ts'
import type { Writer } from './store.ts'

/** Where a text becomes restricted or internal, its incident does too; where it stays as it was, nothing is written. */
export async function followVisibility(
  tx: Writer,
  incident: string,
  before: Postmortem | null,
  after: Postmortem,
): Promise<void> {
  const now = audienceOf(after).ok ? 'internal' : 'restricted'
  if (before !== null && (audienceOf(before).ok ? 'internal' : 'restricted') === now) return
  await tx.updateTable('incidents').set({ visibility: now }).where('id', '=', incident).execute()
}
