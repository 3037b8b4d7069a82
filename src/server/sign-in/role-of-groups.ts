/** The role that the groups of a person give. */
import { ROLES, type Role } from '../auth/permissions.ts'

/** The highest of the roles of their groups, else the default; null where none is theirs. `claim` is what the provider said. */
export function roleOfGroups(claim: unknown, roles: ReadonlyMap<string, Role>, standard: Role | null): Role | null {
  const groups = Array.isArray(claim) ? claim : typeof claim === 'string' ? [claim] : []
  const given = groups.map((group) => roles.get(String(group))).filter((role) => role !== undefined)
  return given.sort((one, other) => ROLES.indexOf(other) - ROLES.indexOf(one))[0] ?? standard
}
