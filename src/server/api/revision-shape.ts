/** The shape of a revision. */
import { z } from '@hono/zod-openapi'
import { Moment } from './shapes.ts'

/** Without its text. */
export const RevisionShape = z
  .object({ number: z.number().int(), digest: z.string(), at: Moment, actor: z.string(), cause: z.string() })
  .openapi('Revision')

/** A number of one, in a path or a query. */
export const RevisionNumber = z.coerce.number().int().min(1).max(1e9).openapi({ type: 'integer' })
