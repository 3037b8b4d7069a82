/** Throws away everything that is derived and makes it again from texts and records. */
import type { House } from '../house.ts'
import { deriveAgain } from './derive-again.ts'

/** How many postmortems go into one transaction. */
const AT_ONCE = 50

/** Answers how many postmortems were derived anew. Writers may go on meanwhile: each postmortem is locked while its turn lasts. */
export async function reindex(house: Pick<House, 'rules' | 'store'>): Promise<number> {
  const { store } = house
  // Counts begin at nothing; each postmortem adds its own in the transaction that derives it.
  await store.transaction(async (tx) => {
    await tx.updateTable('postmortems').set({ counted: 0 }).execute()
    await tx.deleteFrom('rollups').execute()
  })
  let count = 0
  for (let after = ''; ; ) {
    const rows = await store.read
      .selectFrom('postmortems')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    const last = rows.at(-1)
    if (!last) return count
    await store.transaction(async (tx) => {
      for (const { id } of rows) if (await deriveAgain(house, tx, id)) count++
    })
    after = last.id
  }
}
