/** Who was let in to a restricted postmortem. */
import type { Writer } from './store.ts'

/** Puts these people in place of those who were named; ids of nobody are left out. Answers who is named now. */
export async function setReaders(tx: Writer, postmortem: string, people: readonly string[]): Promise<string[]> {
  await tx.deleteFrom('postmortem_readers').where('postmortem_id', '=', postmortem).execute()
  if (people.length === 0) return []
  const known = await tx
    .selectFrom('people')
    .select('id')
    .where('id', 'in', [...new Set(people)])
    .orderBy('id')
    .execute()
  for (const { id } of known)
    await tx.insertInto('postmortem_readers').values({ postmortem_id: postmortem, person_id: id }).execute()
  return known.map(({ id }) => id)
}
