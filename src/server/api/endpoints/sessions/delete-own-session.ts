/** `DELETE /api/v1/sessions/{id}`: signs one of one's own browsers out. */
import { z } from '@hono/zod-openapi'
import { deleteSessions } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, Nothing } from '../../shapes.ts'

/** One that was left open elsewhere. */
export const deleteOwnSession = endpoint({
  method: 'delete',
  path: '/api/v1/sessions/{id}',
  group: 'Profile',
  summary: 'Sign out one browser',
  who: 'session',
  may: 'read',
  writes: ['session.ended'],
  params: z.strictObject({ id: Id }),
  answer: Nothing,
  status: 204,
  async run({ tx, actor, params, audit }) {
    const ended = await deleteSessions(tx, { id: params.id, personId: actor.id })
    if (ended.length === 0) throw notFound('session')
    await audit('session.ended', actor.id, { sessions: 1 })
    return { body: null }
  },
})
