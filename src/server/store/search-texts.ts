/** What the index of words needs of postmortems. */
import type { IndexedText } from '../../learning/search-index.ts'
import type { Reader } from './store.ts'

/** One to index, with the revision that it shows. */
export interface SearchText {
  readonly id: string
  readonly revision: number
  readonly hidden: boolean
  readonly text: IndexedText
}

/** All after an id, up to `limit`. */
export async function searchTextsAfter(db: Reader, after: string, limit: number): Promise<SearchText[]> {
  const rows = await db
    .selectFrom('postmortems')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return searchTexts(
    db,
    rows.map(({ id }) => id),
  )
}

/** Ids, revisions and visibilities of those that were written since a moment. */
export async function changedSinceMoment(db: Reader, since: number) {
  return db
    .selectFrom('postmortems')
    .select(['id', 'revision', 'visibility', 'updated_at'])
    .where('updated_at', '>=', since)
    .execute()
}

/** Those with these ids, in the order of the ids. */
export async function searchTexts(db: Reader, ids: readonly string[]): Promise<SearchText[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('postmortems')
    .select(['id', 'revision', 'visibility', 'title', 'summary', 'text'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const words = new Map<string, { causes: string[]; names: string[] }>(ids.map((id) => [id, { causes: [], names: [] }]))
  const causes = await db
    .selectFrom('derived_causes')
    .select(['postmortem_id', 'text'])
    .where('postmortem_id', 'in', ids)
    .execute()
  for (const { postmortem_id, text } of causes) words.get(postmortem_id)?.causes.push(text)
  const alerts = await db
    .selectFrom('derived_artefacts')
    .select(['postmortem_id', 'text'])
    .where('postmortem_id', 'in', ids)
    .where('kind', '=', 'alert')
    .execute()
  for (const { postmortem_id, text } of alerts) words.get(postmortem_id)?.names.push(text)
  const services = await db
    .selectFrom('derived_services')
    .select(['postmortem_id', 'name'])
    .where('postmortem_id', 'in', ids)
    .execute()
  for (const { postmortem_id, name } of services) words.get(postmortem_id)?.names.push(name)
  return rows.map(({ id, revision, visibility, title, summary, text }) => ({
    id,
    revision,
    hidden: visibility === 'restricted',
    text: {
      title,
      summary,
      causes: words.get(id)!.causes.join('\n'),
      names: words.get(id)!.names.join('\n'),
      body: text,
    },
  }))
}

/** Restricted postmortems that this person may see though not everybody may. */
export async function restrictedSeenBy(db: Reader, person: string): Promise<Set<string>> {
  const own = await db
    .selectFrom('postmortems')
    .select('id')
    .where('visibility', '=', 'restricted')
    .where('created_by', '=', person)
    .execute()
  const named = await db
    .selectFrom('postmortem_readers')
    .select('postmortem_id as id')
    .where('person_id', '=', person)
    .execute()
  return new Set([...own, ...named].map(({ id }) => id))
}
