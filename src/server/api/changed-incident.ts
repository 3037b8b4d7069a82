/** Changes an incident that somebody may see, at the revision they saw, and gives it as it then is. */
import type { Instant } from '../../base/instant.ts'
import type { Policy } from '../../checks/policy.ts'
import type { Person } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer.ts'
import { currentPolicy } from '../current-policy.ts'
import type { House } from '../house.ts'
import { findIncident, type IncidentRow, lockIncident, type SeenIncident, updateIncident } from '../store/incidents.ts'
import type { Writer } from '../store/store.ts'
import { ApiFailure, notFound } from './failure.ts'
import { incidentOf } from './incident-shape.ts'

/** `change` throws, or answers with the columns that are to change; a revision that is not the newest is answered with both. */
export async function changedIncident(
  { tx, actor, now, ifMatch, house }: { tx: Writer; actor: Person; now: Instant; ifMatch: number | null; house: House },
  id: string,
  change: (row: SeenIncident, policy: Policy) => Partial<IncidentRow> | Promise<Partial<IncidentRow>>,
): Promise<{ row: SeenIncident; body: ReturnType<typeof incidentOf>; etag: number }> {
  const viewer = viewerOf(actor)
  const row = await lockIncident(tx, house.store.kind, viewer, id)
  if (!row) throw notFound('incident')
  const policy = await currentPolicy(house, tx)
  if (ifMatch !== null && ifMatch !== row.revision)
    throw new ApiFailure(
      'stale',
      'incident-changed',
      `The incident is at revision ${row.revision}, and the request changes revision ${ifMatch}. Read it again and decide anew.`,
      {
        more: { revision: row.revision, sent: ifMatch, current: incidentOf(row, policy) },
        headers: { etag: `"${row.revision}"` },
      },
    )
  await updateIncident(tx, id, await change(row, policy), now)
  const changed = (await findIncident(tx, viewer, id))!
  return { row: changed, body: incidentOf(changed, policy), etag: changed.revision }
}
