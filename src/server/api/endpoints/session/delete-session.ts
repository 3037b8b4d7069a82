/** `DELETE /api/v1/session`: signs out, here or everywhere. */
import { z } from '@hono/zod-openapi'
import { sessionCookie } from '../../../auth/cookies.ts'
import { deleteSessions } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { Nothing } from '../../shapes.ts'

/** Signs this browser out; with `everywhere` all of this person. */
export const deleteSession = endpoint({
  method: 'delete',
  path: '/api/v1/session',
  group: 'Sign-in',
  summary: 'Sign out',
  who: 'session',
  may: 'read',
  writes: ['session.ended'],
  query: z.strictObject({ everywhere: z.enum(['true', 'false']).default('false') }),
  answer: Nothing,
  status: 204,
  async run({ tx, actor, query, now, audit, house }) {
    const everywhere = query.everywhere === 'true'
    const ended = await deleteSessions(tx, everywhere ? { personId: actor.id } : { id: actor.credential })
    await audit('session.ended', actor.id, { everywhere, sessions: ended.length })
    return { body: null, setCookies: [sessionCookie('', now, now, house.settings.baseUrl)] }
  },
})
