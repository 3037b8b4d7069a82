/** Shapes that several endpoints share. */
import { z } from '@hono/zod-openapi'
import { PERMISSIONS, ROLES } from '../auth/permissions.ts'

/** A moment, milliseconds since 1970 UTC. */
export const Moment = z
  .number()
  .int()
  .min(-8.64e15)
  .max(8.64e15)
  .openapi({ description: 'Milliseconds since 1970, UTC' })

/** Words on one line. */
export const Line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'has to be one line without control characters')

/** A name of a person, team, service or tenant. */
export const Name = Line(200)

/** An address for mail. */
export const Email = z.email().max(254)

/** An id that the server made. */
export const Id = z.string().regex(/^[0-9a-z]{26}$/, 'is no id of ours')

/** A day. */
export const Day = z.iso.date()

/** An address of the web. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(2000)

/** A role on the server. */
export const RoleShape = z.enum(ROLES)

/** A permission. */
export const PermissionShape = z.enum(PERMISSIONS)

/** Names of a person in chat and on-call tools. */
export const Handles = z.array(Line(100)).max(20)

/** A person. */
export const PersonShape = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: RoleShape,
    handles: z.array(z.string()),
    disabled: z.boolean(),
    signsInBy: z.array(z.enum(['password', 'provider'])),
    createdAt: Moment,
  })
  .openapi('Person')

/** Nothing but that it is done. */
export const Nothing = z.null()

/** The name of a vendor's secret, such as `pagerduty.token`. */
export const SecretName = z
  .string()
  .regex(/^[a-z][a-z0-9.-]{1,60}$/, 'is a name in small letters, such as pagerduty.token')
