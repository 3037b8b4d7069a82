/** Pages by keyset: where the last one ended, sealed into a word that callers hand back. */
import { z } from '@hono/zod-openapi'
import { ApiFailure } from './failure.ts'

/** The query of every list. */
export const PageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ type: 'integer', example: 50 }),
  after: z.string().max(500).optional().openapi({ description: '`next` of the page before' }),
}

/** The shape of a page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** Where a page begins; throws `bad-request` for a word that is none of ours. */
export function readCursor<T extends z.ZodType>(shape: T, after: string | undefined): z.output<T> | null {
  if (after === undefined) return null
  try {
    const text = Buffer.from(after, 'base64url').toString('utf8')
    // A NUL would be refused by PostgreSQL alone.
    if (text.includes('\\u0000')) throw new Error('a NUL')
    return shape.parse(JSON.parse(text))
  } catch {
    throw new ApiFailure(
      'bad-request',
      'cursor-invalid',
      'The place named by "after" is none of ours. Take "next" of the page before, or leave it out.',
      {
        fields: [{ field: 'query.after', message: 'not a place of ours' }],
      },
    )
  }
}

/** One page of rows of which one more than `limit` was asked for. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => unknown,
  item: (row: R) => T,
): { items: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    items: shown.map(item),
    next: more ? Buffer.from(JSON.stringify(key(last))).toString('base64url') : null,
  }
}
