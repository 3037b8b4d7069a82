/** Makes a postmortem, and its incident where there is none yet. */

import { digest } from '../../base/digest.ts'
import { findIncidentId, nextIncidentId } from '../../base/incident-id.ts'
import type { Instant } from '../../base/instant.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Postmortem } from '../../document/model.ts'
import { parsePostmortem } from '../../document/parse.ts'
import { audienceOf } from '../../publication/redaction.ts'
import type { House } from '../house.ts'
import { writeDerived } from './derived.ts'
import { writeEvidenceLines } from './evidence-lines.ts'
import { followVisibility } from './follow-visibility.ts'
import { type ChangedPostmortem, unstorable } from './postmortem-text.ts'
import { appendRecordLines } from './record-lines.ts'
import { noteChange } from './search-changes.ts'
import type { Reader, Writer } from './store.ts'

/** What a new one needs. */
export interface NewPostmortem {
  readonly id: string
  /** With LF line endings and without a byte order mark. */
  readonly text: string
  readonly lineEnding: string
  readonly bom: boolean
  readonly recordText: string
  readonly evidenceText: string
  /** The name that revisions show, and the id of the person. */
  readonly actor: string
  readonly createdBy: string
  /** `hand` or `api`. */
  readonly source: string
  readonly cause: string
  readonly now: Instant
}

/** Refused where a postmortem with this id is there (`id-taken`), or the text cannot be kept (`text-unstorable`). */
export async function insertPostmortem(
  house: House,
  tx: Writer,
  wish: NewPostmortem,
): Promise<Result<ChangedPostmortem>> {
  const { id, text, lineEnding, bom, recordText, evidenceText, actor, createdBy, cause, now } = wish
  const unfit = unstorable(text) ?? unstorable(recordText) ?? unstorable(evidenceText)
  if (unfit) return unfit
  const postmortem = parsePostmortem(text, { severityWords: house.rules.policy.severityWords })
  await ensureIncident(tx, wish, postmortem)
  const sum = digest(text)
  const own = { incident_id: id, text, line_ending: lineEnding, bom: bom ? 1 : 0, revision: 1, digest: sum }
  // Restricted until it is derived, so that no failure in between could show it.
  const before = {
    visibility: 'restricted',
    title: '',
    summary: '',
    stage: '',
    severity: null,
    started_at: null,
  } as const
  const inserted = await tx
    .insertInto('postmortems')
    .values({
      id,
      ...own,
      ...before,
      quarter: null,
      counted: 0,
      created_at: now,
      created_by: createdBy,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted)
    return refuse('id-taken', `There is a postmortem ${id} already. Change that one, or take another incident id.`)
  await tx
    .insertInto('revisions')
    .values({ postmortem_id: id, number: 1, text, digest: sum, at: now, actor, cause })
    .execute()
  await appendRecordLines(tx, id, '', recordText)
  await writeEvidenceLines(tx, id, '', evidenceText)
  await followVisibility(tx, id, audienceOf(postmortem).ok ? postmortem : null, postmortem)
  const { stage, restricted } = await writeDerived(house, tx, { id, postmortem, recordText })
  noteChange(house.store, id, 1)
  return ok({ id, revision: 1, changed: true, stage, visibility: restricted ? 'restricted' : 'internal', text })
}

async function ensureIncident(tx: Writer, { id, createdBy, now, source }: NewPostmortem, postmortem: Postmortem) {
  const { metadata, title } = postmortem
  const list = (key: string) => {
    const words = metadata.entries.find((entry) => entry.key === key)?.value.text ?? ''
    return JSON.stringify(/^\\?<|^[-–—]*$/.test(words) ? [] : words.split(/\s*[,;]\s*/).filter((word) => word !== ''))
  }
  const moment = (at: number | null | undefined) => (at != null && Number.isSafeInteger(at) ? at : null)
  await tx
    .insertInto('incidents')
    .values({
      id,
      title: (title?.value || id).slice(0, 1000),
      severity: metadata.severity?.value ?? null,
      started_at: moment(metadata.startedAt?.value),
      ended_at: moment(metadata.endedAt?.value),
      all_clear_at: moment(postmortem.timeline.findLast(({ kind }) => kind === 'all-clear')?.at),
      source,
      source_id: null,
      url: null,
      team_id: null,
      services: list('services'),
      tenants: list('tenants'),
      regions: list('regions'),
      commander: null,
      visibility: audienceOf(postmortem).ok ? 'internal' : 'restricted',
      postmortem: 'required',
      waived_by: null,
      waived_at: null,
      waived_reason: null,
      revision: 1,
      created_at: now,
      created_by: createdBy,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** The incident of a postmortem that is to be made: whether it is there, and whether this person may see it. */
export async function findIncidentFor(
  db: Reader,
  id: string,
  viewer: { readonly id: string; readonly admin: boolean },
) {
  const row = await db
    .selectFrom('incidents')
    .select(['id', 'visibility', 'created_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return { seen: row.visibility === 'internal' || viewer.admin || row.created_by === viewer.id, ...row }
}

/**
 * The next free id of a UTC day. Ids of restricted incidents are not counted, so that the numbers of others tell nothing of them; they
 * carry a random suffix themselves.
 */
export async function mintIncidentId(db: Reader, day: string, suffix: string | null): Promise<string> {
  // Letters stand after digits in every collation; signs do not.
  const [first, last] = [`INC-${day}-0`, `INC-${day}-zzzz`]
  const rows = await db
    .selectFrom('incidents')
    .select('id')
    .where('id', '>=', first)
    .where('id', '<', last)
    .union(db.selectFrom('tombstones').select('id').where('id', '>=', first).where('id', '<', last))
    .execute()
  const open = rows.map(({ id }) => id).filter((id) => findIncidentId(id)?.suffix === null)
  const next = nextIncidentId(day, open)
  return suffix === null ? next : `${next}-${suffix}`
}
