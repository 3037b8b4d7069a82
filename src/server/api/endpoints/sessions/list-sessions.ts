/** `GET /api/v1/sessions`: the browsers in which one is signed in. */
import { z } from '@hono/zod-openapi'
import { listSessions as sessionsOf } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { Id, Moment } from '../../shapes.ts'

/** The last seen first. */
export const listSessions = endpoint({
  method: 'get',
  path: '/api/v1/sessions',
  group: 'Profile',
  summary: 'Where I am signed in',
  who: 'session',
  may: 'read',
  writes: null,
  answer: z.object({
    items: z.array(
      z.object({
        id: Id,
        current: z.boolean(),
        address: z.string(),
        agent: z.string(),
        createdAt: Moment,
        seenAt: Moment,
        expiresAt: Moment,
      }),
    ),
  }),
  async run({ db, actor, now }) {
    const rows = await sessionsOf(db, actor.id, now)
    const items = rows.map(({ id, address, agent, created_at, seen_at, expires_at }) => ({
      id,
      current: id === actor.credential,
      address,
      agent,
      createdAt: created_at,
      seenAt: seen_at,
      expiresAt: expires_at,
    }))
    return { body: { items } }
  },
})
