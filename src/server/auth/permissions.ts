/** What may be done, by whom: four roles, each of which may do what those before it may. */

/** The roles of people on the server, the least first. The commander is a role of an incident, not of the server. */
export const ROLES = ['reader', 'writer', 'lead', 'admin'] as const
/** One role. */
export type Role = (typeof ROLES)[number]

/** Read everything that is not restricted; write incidents and postmortems; waive, return, reopen; people, tokens, settings. */
export const PERMISSIONS = ['read', 'write', 'lead', 'admin'] as const
/** One permission. */
export type Permission = (typeof PERMISSIONS)[number]

/** The permissions of a role; a token has those of its person that its scopes name. */
export function permissionsOf(role: Role, scopes: readonly Permission[] = PERMISSIONS): ReadonlySet<Permission> {
  const own = PERMISSIONS.slice(0, ROLES.indexOf(role) + 1)
  return new Set(own.filter((permission) => scopes.includes(permission)))
}
