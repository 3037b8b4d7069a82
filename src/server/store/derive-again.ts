/** Derives one postmortem anew, where something beside its text and record changed: its incident's visibility or team. */
import { parsePostmortem } from '../../document/parse.ts'
import type { House } from '../house.ts'
import { writeDerived } from './derived.ts'
import { readRecordText } from './record-lines.ts'
import { noteChange } from './search-changes.ts'
import { locked, type Writer } from './store.ts'

/** False where there is no such postmortem. */
export async function deriveAgain(house: Pick<House, 'rules' | 'store'>, tx: Writer, id: string): Promise<boolean> {
  const row = await locked(
    house.store.kind,
    tx.selectFrom('postmortems').select(['text', 'revision']).where('id', '=', id),
  ).executeTakeFirst()
  if (!row) return false
  const postmortem = parsePostmortem(row.text, { severityWords: house.rules.policy.severityWords })
  await writeDerived(house, tx, { id, postmortem, recordText: await readRecordText(tx, id) })
  noteChange(house.store, id, row.revision)
  return true
}
