/** Which roles must sign a postmortem, by the team's policy. */
import type { Severity } from '../document/model.ts'
import { sameRole } from './roles.ts'

/** The figures of the policy that decide who signs. */
export interface SignaturePolicy {
  /** Roles that sign every postmortem. */
  readonly signatures: readonly string[]
  /** Roles that sign besides, by severity (`P0`). */
  readonly extraSignatures: Readonly<Record<string, readonly string[]>>
}

/** The roles that must sign, each once, in the order of the policy. A severity that is not known asks for no more than every one does. */
export function requiredSignatures(policy: SignaturePolicy, severity: Severity | null): string[] {
  const extra =
    severity !== null && Object.hasOwn(policy.extraSignatures, severity) ? policy.extraSignatures[severity] : []
  const roles: string[] = []
  for (const role of [...policy.signatures, ...(extra ?? [])])
    if (!roles.some((known) => sameRole(known, role))) roles.push(role)
  return roles
}
