/** The shapes of services and tenants, and how rows become them. */
import { z } from '@hono/zod-openapi'
import type { ServiceRow, TenantRow } from '../store/named-things.ts'
import { ApiFailure } from './failure.ts'
import { Id, Moment } from './shapes.ts'

const own = { id: Id, name: z.string(), createdAt: Moment, updatedAt: Moment }

/** A service that incidents affect. */
export const ServiceShape = z.object({ ...own, teamId: Id.nullable(), url: z.string().nullable() }).openapi('Service')

/** A customer organisation, with whom to tell there. */
export const TenantShape = z.object({ ...own, contact: z.string().nullable() }).openapi('Tenant')

/** A row as it is answered. */
export function serviceOf({
  id,
  name,
  team_id,
  url,
  created_at,
  updated_at,
}: ServiceRow): z.input<typeof ServiceShape> {
  return { id, name, teamId: team_id, url, createdAt: created_at, updatedAt: updated_at }
}

/** A row as it is answered. */
export function tenantOf({ id, name, contact, created_at, updated_at }: TenantRow): z.input<typeof TenantShape> {
  return { id, name, contact, createdAt: created_at, updatedAt: updated_at }
}

/** A name that something else of the kind has. */
export function nameTaken(kind: 'service' | 'tenant', name: string): ApiFailure {
  return new ApiFailure('conflict', 'name-taken', `There is a ${kind} named ${name} already.`, {
    fields: [{ field: 'body.name', message: 'taken' }],
  })
}
