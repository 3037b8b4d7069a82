/** The shape of an API token: never with its secret. */
import { z } from '@hono/zod-openapi'
import { Id, Moment, PermissionShape } from './shapes.ts'

/** As its person sees it. */
export const TokenShape = z
  .object({
    id: Id,
    name: z.string(),
    personId: Id,
    scopes: z.array(PermissionShape),
    createdAt: Moment,
    expiresAt: Moment,
    revokedAt: Moment.nullable(),
    usedAt: Moment.nullable(),
  })
  .openapi('Token')
