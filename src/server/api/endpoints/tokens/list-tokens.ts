/** `GET /api/v1/tokens`: one's own API tokens, or everybody's. */
import { z } from '@hono/zod-openapi'
import { tokenOf, listTokens as tokensOf } from '../../../store/tokens.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { TokenShape } from '../../token-shape.ts'

/** The newest first, also those that are over. */
export const listTokens = endpoint({
  method: 'get',
  path: '/api/v1/tokens',
  group: 'Tokens',
  summary: 'List API tokens',
  details: '`of=all` lists those of everybody and needs the permission "admin".',
  who: 'token',
  may: 'read',
  writes: null,
  query: z.strictObject({ ...PageQuery, of: z.enum(['me', 'all']).default('me') }),
  answer: pageOf(TokenShape),
  async run({ db, actor, query }) {
    if (query.of === 'all' && !actor.permissions.has('admin'))
      throw new ApiFailure(
        'forbidden',
        'not-permitted',
        'Tokens of others are an administrator\'s to see; leave out "of".',
      )
    const after = readCursor(z.tuple([z.number().int(), z.string()]), query.after)
    const rows = await tokensOf(db, query.of === 'all' ? null : actor.id, { after, limit: query.limit + 1 })
    return { body: toPage(rows, query.limit, ({ created_at, id }) => [created_at, id], tokenOf) }
  },
})
