/** `DELETE /api/v1/tokens/{id}`: revokes an API token. */
import { z } from '@hono/zod-openapi'
import { revokeToken } from '../../../store/tokens.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, Nothing } from '../../shapes.ts'

/** Of one's own, or of anybody for an administrator; at the next request it is unknown. */
export const deleteToken = endpoint({
  method: 'delete',
  path: '/api/v1/tokens/{id}',
  group: 'Tokens',
  summary: 'Revoke an API token',
  who: 'token',
  may: 'read',
  writes: ['token.revoked'],
  params: z.strictObject({ id: Id }),
  answer: Nothing,
  status: 204,
  async run({ tx, actor, params, now, audit }) {
    const row = await revokeToken(tx, params.id, actor.permissions.has('admin') ? null : actor.id, now)
    if (!row) throw notFound('token that still holds')
    await audit('token.revoked', row.id, { name: row.name })
    return { body: null }
  },
})
