/** Postmortems of a sample house, put straight into the store. */
import type { House } from './house.ts'

/** A draft for an incident; what it says does not matter. */
export async function insertSamplePostmortem(
  house: House,
  { id, by, restricted = false, readers = [] }: { id: string; by: string; restricted?: boolean; readers?: string[] },
): Promise<void> {
  const now = house.now()
  await house.store.transaction(async (tx) => {
    await tx
      .insertInto('postmortems')
      .values({
        id,
        incident_id: id,
        text: '# Postmortem\n',
        line_ending: '\n',
        bom: 0,
        revision: 1,
        digest: '',
        visibility: restricted ? 'restricted' : 'internal',
        title: 'Postmortem',
        summary: '',
        counted: 0,
        stage: 'draft',
        severity: null,
        started_at: null,
        quarter: null,
        created_at: now,
        created_by: by,
        updated_at: now,
      })
      .execute()
    for (const person_id of readers)
      await tx.insertInto('postmortem_readers').values({ postmortem_id: id, person_id }).execute()
  })
}
