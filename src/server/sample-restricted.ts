/** Everything about one restricted incident that a house can hold, so that tests can look for traces of it. */
import type { sampleHouse } from './sample-house.ts'
import { insertSamplePostmortem } from './sample-incidents.ts'
import { samplePerson } from './sample-people.ts'

/** A word that stands in everything that is restricted, and nowhere else. */
export const HIDDEN = 'Zanzibarium'

/** Puts it there, by somebody whom the others do not know. */
export async function plantRestricted(world: Awaited<ReturnType<typeof sampleHouse>>): Promise<void> {
  const { cookie, id: by } = await samplePerson(world.house, 'lead', `${HIDDEN} Example`)
  const body = {
    title: `${HIDDEN} was lost`,
    severity: 'P0',
    visibility: 'restricted',
    startedAt: Date.UTC(2026, 10, 22, 9, 0),
    allClearAt: Date.UTC(2026, 10, 22, 11, 0),
    services: ['checkout', 'search'],
    tenants: [HIDDEN],
    source: 'example-pager',
    sourceId: HIDDEN,
  }
  const { json } = await world.send('POST', '/api/v1/incidents', { cookie, body })
  await insertSamplePostmortem(world.house, { id: json.id, by, restricted: true })
}
