/** `GET /api/v1/postmortems/{id}/evidence`: what other systems recorded, and what became of it. */
import { z } from '@hono/zod-openapi'
import { parseEvidence } from '../../../../evidence/evidence-file.ts'
import { endpoint } from '../../endpoint.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { seeWhole } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'
import { Moment } from '../../shapes.ts'

/** In the order in which they came. */
export const listEvidence = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/evidence',
  group: 'Evidence',
  summary: 'Evidence of a postmortem',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  query: z.strictObject({ ...PageQuery, state: z.enum(['used', 'unused', 'dropped']).optional() }),
  answer: pageOf(
    z.object({
      id: z.string(),
      state: z.enum(['used', 'unused', 'dropped']),
      source: z.string(),
      at: Moment,
      type: z.string(),
      title: z.string(),
      text: z.string().nullable(),
      url: z.string().nullable(),
      actor: z.string().nullable(),
    }),
  ),
  async run({ house, db, actor, params, query: { limit, after, state } }) {
    const { evidenceText } = await seeWhole(house, db, actor, params.id)
    const from = readCursor(z.number().int().min(0), after) ?? 0
    const lines = parseEvidence(evidenceText)
      .lines.map((line, place) => ({ ...line, place }))
      .filter((line) => line.place >= from && (state === undefined || line.state === state))
    const page = toPage(
      lines.slice(0, limit + 1),
      limit,
      ({ place }) => place + 1,
      ({ state, fact: { id, source, at, type, title, text, url, actor: who } }) => ({
        id,
        state,
        source,
        at,
        type,
        title,
        text: text ?? null,
        url: url ?? null,
        actor: who?.name ?? null,
      }),
    )
    return { body: page }
  },
})
