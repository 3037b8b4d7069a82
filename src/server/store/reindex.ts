/** Throws away everything that is derived and makes it again from texts and records. */
import { parsePostmortem } from '../../document/parse.ts'
import type { House } from '../house.ts'
import { writeDerived } from './derived.ts'
import { readRecordText } from './record-lines.ts'
import { noteChange } from './search-changes.ts'
import { locked } from './store.ts'

/** How many postmortems go into one transaction. */
const AT_ONCE = 50

/** Answers how many postmortems were derived anew. Writers may go on meanwhile: each postmortem is locked while its turn lasts. */
export async function reindex(house: House): Promise<number> {
  const { store } = house
  // Counts begin at nothing; each postmortem adds its own in the transaction that derives it.
  await store.transaction(async (tx) => {
    await tx.updateTable('postmortems').set({ counted: 0 }).execute()
    await tx.deleteFrom('rollups').execute()
  })
  let count = 0
  for (let after = ''; ; ) {
    const last = await store.transaction(async (tx) => {
      const rows = await locked(
        store.kind,
        tx
          .selectFrom('postmortems')
          .select(['id', 'text', 'revision'])
          .where('id', '>', after)
          .orderBy('id')
          .limit(AT_ONCE),
      ).execute()
      for (const { id, text, revision } of rows) {
        const postmortem = parsePostmortem(text, { severityWords: house.rules.policy.severityWords })
        await writeDerived(house, tx, { id, postmortem, recordText: await readRecordText(tx, id) })
        noteChange(store, id, revision)
      }
      count += rows.length
      return rows.at(-1)?.id
    })
    if (last === undefined) return count
    after = last
  }
}
