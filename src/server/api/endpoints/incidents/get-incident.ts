/** `GET /api/v1/incidents/{id}`: one incident. */
import { z } from '@hono/zod-openapi'
import { viewerOf } from '../../../auth/viewer.ts'
import { currentPolicy } from '../../../current-policy.ts'
import { findIncident } from '../../../store/incidents.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { IncidentIdShape, IncidentShape, incidentOf } from '../../incident-shape.ts'

/** With its deadlines, and with what is known of its postmortem. */
export const getIncident = endpoint({
  method: 'get',
  path: '/api/v1/incidents/{id}',
  group: 'Incidents',
  summary: 'One incident',
  who: 'token',
  may: 'read',
  writes: null,
  params: z.strictObject({ id: IncidentIdShape }),
  answer: IncidentShape,
  async run({ db, actor, params, house }) {
    const row = await findIncident(db, viewerOf(actor), params.id)
    if (!row) throw notFound('incident')
    return { body: incidentOf(row, await currentPolicy(house, db)), etag: row.revision }
  },
})
