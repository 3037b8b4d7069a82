/** Lets the row of a postmortem, and everything that is derived from it, say what is typed. */
import { digest } from '../../base/digest.ts'
import type { Instant } from '../../base/instant.ts'
import { parsePostmortem } from '../../document/parse.ts'
import type { House } from '../house.ts'
import { moveAnchors } from './comment-anchors.ts'
import { writeDerived } from './derived.ts'
import { followVisibility } from './follow-visibility.ts'
import { readRecordText } from './record-lines.ts'
import { noteChange } from './search-changes.ts'
import type { Writer } from './store.ts'

/** The caller has locked the row; the revision stays, since none is cut for every pause in typing. */
export async function followLiveText(house: House, tx: Writer, id: string, text: string, now: Instant): Promise<void> {
  const row = await tx.selectFrom('postmortems').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (row.text === text) return
  await tx
    .updateTable('postmortems')
    .set({ text, digest: digest(text), updated_at: now })
    .where('id', '=', id)
    .execute()
  await moveAnchors(tx, id, row.text, text, row.revision)
  const options = { severityWords: house.rules.policy.severityWords }
  const postmortem = parsePostmortem(text, options)
  await followVisibility(tx, row.incident_id, parsePostmortem(row.text, options), postmortem)
  await writeDerived(house, tx, { id, postmortem, recordText: await readRecordText(tx, id) })
  noteChange(house.store, id, row.revision)
}
