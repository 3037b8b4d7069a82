/** `GET /api/v1/incidents`: incidents, the newest first. */
import { z } from '@hono/zod-openapi'
import { parseQuarter } from '../../../../actions/quarter.ts'
import { parseInstant } from '../../../../base/instant.ts'
import { viewerOf } from '../../../auth/viewer.ts'
import { currentPolicy } from '../../../current-policy.ts'
import { listIncidents as incidentsSeenBy } from '../../../store/incidents.ts'
import { endpoint } from '../../endpoint.ts'
import { IncidentShape, incidentOf, SeverityShape } from '../../incident-shape.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { Line } from '../../shapes.ts'

/** Narrowed by what is known of them, and to what may be seen. */
export const listIncidents = endpoint({
  method: 'get',
  path: '/api/v1/incidents',
  group: 'Incidents',
  summary: 'List incidents',
  details: '`postmortem=missing` lists those that require one and have none.',
  who: 'token',
  may: 'read',
  writes: null,
  query: z.strictObject({
    ...PageQuery,
    severity: SeverityShape.optional(),
    service: Line(200).optional(),
    source: Line(50).optional(),
    postmortem: z.enum(['required', 'optional', 'none', 'waived', 'missing']).optional(),
    quarter: z
      .string()
      .max(10)
      .refine((text) => parseQuarter(text) !== null, 'is no quarter, such as 2026-Q4')
      .optional()
      .openapi({ example: '2026-Q4' }),
  }),
  answer: pageOf(IncidentShape),
  async run({ db, actor, query, house }) {
    const { limit, after, quarter, ...filter } = query
    const named = quarter === undefined ? null : parseQuarter(quarter)
    const span = named ? { from: parseInstant(named.from) ?? undefined, to: parseInstant(named.to) ?? undefined } : {}
    const from = readCursor(z.tuple([z.number().int(), z.string()]), after)
    const policy = await currentPolicy(house, db)
    const rows = await incidentsSeenBy(db, viewerOf(actor), { ...filter, ...span }, { after: from, limit: limit + 1 })
    return {
      body: toPage(
        rows,
        limit,
        ({ created_at, id }) => [created_at, id],
        (row) => incidentOf(row, policy),
      ),
    }
  },
})
