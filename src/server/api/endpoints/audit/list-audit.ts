/** `GET /api/v1/audit`: who did what, from where. */
import { z } from '@hono/zod-openapi'
import { listAudit as auditLines } from '../../../store/audit.ts'
import { AUDIT_VERBS } from '../../audit-verbs.ts'
import { endpoint } from '../../endpoint.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { Moment } from '../../shapes.ts'

/** The newest first; what concerns restricted ones only where it is asked for. */
export const listAudit = endpoint({
  method: 'get',
  path: '/api/v1/audit',
  group: 'Audit',
  summary: 'Read the audit',
  details:
    'Lines about restricted incidents and postmortems are left out unless `restricted=include` asks for them, so that a list can be shown to others.',
  who: 'token',
  may: 'admin',
  writes: null,
  query: z.strictObject({
    ...PageQuery,
    subject: z.string().max(200).optional(),
    actor: z.string().max(200).optional(),
    verb: z.enum(AUDIT_VERBS).optional(),
    from: z.coerce.number().int().optional(),
    to: z.coerce.number().int().optional(),
    restricted: z.enum(['include', 'leave-out']).default('leave-out'),
  }),
  answer: pageOf(
    z
      .object({
        seq: z.number().int(),
        at: Moment,
        actor: z.string(),
        actorName: z.string(),
        via: z.string(),
        verb: z.string(),
        subject: z.string(),
        restricted: z.boolean(),
        address: z.string().nullable(),
        requestId: z.string().nullable(),
        data: z.record(z.string(), z.unknown()),
      })
      .openapi('AuditLine'),
  ),
  async run({ db, query }) {
    const { limit, after, restricted, ...filter } = query
    const before = readCursor(z.number().int(), after)
    const lines = await auditLines(db, { ...filter, restricted: restricted === 'include', before, limit: limit + 1 })
    return {
      body: toPage(
        lines,
        limit,
        ({ seq }) => seq,
        (line) => line,
      ),
    }
  },
})
