/** Gives a new incident its id and keeps it. */
import { randomInt } from 'node:crypto'
import { findIncidentId, nextIncidentId } from '../base/incident-id.ts'
import { utcDay } from '../base/instant.ts'
import { findIncidentBySource, type IncidentRow, incidentIdsOfDay, insertIncident } from './store/incidents.ts'
import type { Writer } from './store/store.ts'

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
/** Others may mint ids of the same day at the same moment; each of them takes one number. */
const MOST_TRIES = 200

/**
 * The incident with the next free id of the UTC day of its impact start, else of today. A restricted one has a random
 * suffix and a number that is counted apart, so that no gap in the others tells of it. Null where what its source calls
 * it is known already.
 */
export async function mintIncident(tx: Writer, row: Omit<IncidentRow, 'id'>): Promise<IncidentRow | null> {
  const day = utcDay(row.started_at ?? row.created_at)
  const restricted = row.visibility === 'restricted'
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (row.source_id !== null && (await findIncidentBySource(tx, row.source, row.source_id)) !== null) return null
    const used = await incidentIdsOfDay(tx, day)
    const alike = used.filter((id) => (findIncidentId(id)?.suffix !== null) === restricted)
    const next = nextIncidentId(day, alike)
    const inserted = await insertIncident(tx, { ...row, id: restricted ? `${next}-${suffix()}` : next })
    if (inserted) return inserted
  }
  throw new Error(`no free id for an incident of ${day} after ${MOST_TRIES} tries`)
}

function suffix(): string {
  return Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
