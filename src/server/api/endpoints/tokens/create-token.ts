/** `POST /api/v1/tokens`: makes an API token. */
import { z } from '@hono/zod-openapi'
import { DAY } from '../../../../base/instant.ts'
import { newSecret, secretDigest } from '../../../auth/secret.ts'
import { insertToken, tokenOf } from '../../../store/tokens.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { Moment, Name, PermissionShape } from '../../shapes.ts'
import { TokenShape } from '../../token-shape.ts'

const LONGEST = 366 * DAY

/** Shown once; may at most what its person may, now and later. */
export const createToken = endpoint({
  method: 'post',
  path: '/api/v1/tokens',
  group: 'Tokens',
  summary: 'Make an API token',
  details: 'The secret is shown once. A token holds for at most a year and may never do more than its person.',
  who: 'session',
  may: 'read',
  writes: ['token.created'],
  creates: true,
  body: z.strictObject({ name: Name, scopes: z.array(PermissionShape).min(1).max(4), expiresAt: Moment }),
  answer: z.object({ token: TokenShape, secret: z.string().nullable() }),
  status: 201,
  async run({ tx, actor, body, now, audit }) {
    const { name, expiresAt } = body
    const scopes = [...new Set(body.scopes)]
    const above = scopes.filter((scope) => !actor.permissions.has(scope))
    if (above.length > 0)
      throw new ApiFailure(
        'forbidden',
        'scope-above',
        `A token may not do what its person may not: ${above.join(', ')}.`,
        {
          fields: [{ field: 'body.scopes', message: `not yours: ${above.join(', ')}` }],
        },
      )
    if (expiresAt <= now || expiresAt > now + LONGEST)
      throw new ApiFailure('refused', 'expiry-out-of-range', 'A token ends in the future and within a year from now.', {
        fields: [{ field: 'body.expiresAt', message: 'has to be in the future and within a year' }],
      })
    const secret = `nt_${newSecret()}`
    const kept = { name, personId: actor.id, scopes, secret: secretDigest(secret), expiresAt }
    const row = await insertToken(tx, kept, now)
    await audit('token.created', row.id, { name, scopes, expiresAt })
    return { body: { token: tokenOf(row), secret: null }, once: { secret } }
  },
})
