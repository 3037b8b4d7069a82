/** Who has signed, what still holds, and what is only claimed. */
import type { Span } from '../base/span.ts'
import type { Postmortem, SignOffRow } from '../document/model.ts'
import type { Entry, SignedDigest } from '../record/entry.ts'
import { changedSections } from './changed-sections.ts'
import { isCommander, roleKey } from './roles.ts'
import { samePerson } from './same-person.ts'
import { signedDigest } from './signed-digest.ts'

/** `claimed`: the text says so, the record does not; it counts as unsigned. */
export type SignatureStatus = 'claimed' | 'missing' | 'valid' | 'void' | 'withdrawn'

/** How it stands with one role. */
export interface RoleSignature {
  readonly role: string
  readonly required: boolean
  readonly status: SignatureStatus
  /** Who signed, or who the text claims did; null where nobody is named. */
  readonly name: string | null
  /** `YYYY-MM-DD`, by the record. */
  readonly date: string | null
  /** In whose place it was signed. */
  readonly delegateFor: string | null
  /** What changed since a void signature was made; empty for one that was voided by reopening. */
  readonly changedSections: readonly string[]
  /** True where a `reopened` entry voided it. */
  readonly reopened: boolean
  /** Where the text names it; null where it does not. */
  readonly span: Span | null
}

/** Something worth a look that voids nothing. */
export interface SignatureWarning {
  readonly code: 'not-the-commander' | 'row-differs' | 'same-person'
  readonly message: string
  readonly span: Span | null
}

/** All signatures of a postmortem. */
export interface SignatureState {
  readonly roles: readonly RoleSignature[]
  /** Rows of the text that look signed by somebody of whom the record says no such thing. */
  readonly claims: readonly { readonly role: string; readonly name: string; readonly span: Span }[]
  readonly warnings: readonly SignatureWarning[]
  /** Whether every required role has a valid signature. */
  readonly complete: boolean
}

type SignedEntry = Entry<'signed'>

/** What is known of one person's signature for one role. */
interface Standing {
  readonly entry: SignedEntry
  readonly withdrawn: boolean
  readonly reopened: boolean
}

/** Reads the signatures of the required roles, then of all others that sign or are claimed to. */
export function signatureState(
  postmortem: Postmortem,
  entries: readonly Entry[],
  requiredRoles: readonly string[],
): SignatureState {
  const standings = standingsOf(entries)
  // Hashing is the costly part, and most documents carry no signature.
  const now = standings.length > 0 ? signedDigest(postmortem) : UNSIGNED
  const claims = claimsOf(postmortem.signOff, standings)
  const rows = byRole(postmortem.signOff, (row) => row.role.value)
  const signatures = byRole(standings, ({ entry }) => entry.data.role)
  const claimed = byRole(claims, (claim) => claim.role)
  const names = new Map<string, string>()
  const recorded = standings.map(({ entry }) => entry.data.role)
  for (const role of [...requiredRoles, ...recorded, ...claims.map((claim) => claim.role)])
    if (!names.has(roleKey(role))) names.set(roleKey(role), role)
  const required = new Set(requiredRoles.map(roleKey))
  const roles = [...names].map(([key, role]): RoleSignature => {
    const common = { role, required: required.has(key), span: rows.get(key)?.[0]?.span ?? null }
    const found = best(signatures.get(key) ?? [], now.root)
    if (found === null) {
      const claim = claimed.get(key)?.[0]
      return {
        ...common,
        ...NOBODY,
        status: claim ? 'claimed' : 'missing',
        name: claim?.name ?? null,
        span: claim?.span ?? common.span,
      }
    }
    const { data } = found.entry
    const status = statusOf(found, now.root)
    return {
      ...common,
      status,
      name: data.name,
      date: data.date,
      delegateFor: data.delegateFor ?? null,
      changedSections: status === 'void' ? changedSections(data.digest, now) : [],
      reopened: found.reopened,
    }
  })
  return {
    roles,
    claims,
    warnings: warningsOf(postmortem, roles, rows),
    complete: roles.every((role) => !role.required || role.status === 'valid'),
  }
}

const UNSIGNED: SignedDigest = { root: '', sections: {} }
const NOBODY = { date: null, delegateFor: null, changedSections: [], reopened: false }

/** The last word of the record on each role and person, in the order in which they first signed. */
function standingsOf(entries: readonly Entry[]): Standing[] {
  const reopened = entries.findLastIndex((entry) => entry.verb === 'reopened')
  const standings = new Map<string, Standing>()
  entries.forEach((entry, index) => {
    if (entry.verb === 'signed')
      standings.set(signatureKey(entry.data), { entry, withdrawn: false, reopened: index < reopened })
    else if (entry.verb === 'withdrawn') {
      const held = standings.get(signatureKey(entry.data))
      if (held) standings.set(signatureKey(entry.data), { ...held, withdrawn: true })
    }
  })
  return [...standings.values()]
}

/** Names one person's signature for one role, however it is written. */
export function signatureKey(data: { readonly role: string; readonly name: string }): string {
  return `${roleKey(data.role)}\n${data.name.trim().toLowerCase()}`
}

function statusOf({ entry, withdrawn, reopened }: Standing, root: string): 'valid' | 'void' | 'withdrawn' {
  if (withdrawn) return 'withdrawn'
  return reopened || entry.data.digest.root !== root ? 'void' : 'valid'
}

/** A valid one before a void one before a withdrawn one; of equals the later. */
function best(standings: readonly Standing[], root: string): Standing | null {
  const order = ['valid', 'void', 'withdrawn']
  let found: Standing | null = null
  for (const standing of standings)
    if (found === null || order.indexOf(statusOf(standing, root)) <= order.indexOf(statusOf(found, root)))
      found = standing
  return found
}

/** Rows with a date or a signature for which the record has no entry of that role and person, or a withdrawn one. */
function claimsOf(rows: readonly SignOffRow[], standings: readonly Standing[]): SignatureState['claims'] {
  const signatures = byRole(standings, ({ entry }) => entry.data.role)
  return rows.flatMap((row) => {
    if (row.date.value === '' && (row.signature?.value ?? '') === '') return []
    const recorded = (signatures.get(roleKey(row.role.value)) ?? []).some(
      ({ entry, withdrawn }) => !withdrawn && samePerson(entry.data.name, row.name.value),
    )
    return recorded ? [] : [{ role: row.role.value, name: row.name.value, span: row.span }]
  })
}

/** The values of each role, by its key. */
function byRole<T>(values: readonly T[], roleOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const grouped = new Map<string, T[]>()
  for (const value of values) {
    const key = roleKey(roleOf(value))
    const group = grouped.get(key)
    if (group) group.push(value)
    else grouped.set(key, [value])
  }
  return grouped
}

function warningsOf(
  postmortem: Postmortem,
  roles: readonly RoleSignature[],
  rows: ReadonlyMap<string, readonly SignOffRow[]>,
): SignatureWarning[] {
  const warnings: SignatureWarning[] = []
  const signed = roles.filter((role) => role.status === 'valid')
  const commander = commanderOf(postmortem)
  const before: RoleSignature[] = []
  for (const role of signed) {
    const earlier = role.required ? before.find((other) => samePerson(other.name!, role.name!)) : undefined
    if (role.required) before.push(role)
    if (earlier)
      warnings.push({
        code: 'same-person',
        message: `${role.name} signed as ${earlier.role} and as ${role.role}. Two people are expected; ask somebody else to sign one of them.`,
        span: role.span,
      })
    if (isCommander(role.role) && commander && role.delegateFor === null && !samePerson(commander, role.name!))
      warnings.push({
        code: 'not-the-commander',
        message: `${role.name} signed as ${role.role}, but the metadata names ${commander}. Sign as a delegate, or correct the metadata.`,
        span: role.span,
      })
    const named = (rows.get(roleKey(role.role)) ?? []).filter((row) => row.name.value !== '')
    if (named[0] && !named.some((row) => samePerson(row.name.value, role.name!)))
      warnings.push({
        code: 'row-differs',
        message: `The record says that ${role.name} signed as ${role.role}; the table says ${named[0].name.value}. Correct the table.`,
        span: named[0].span,
      })
  }
  return warnings
}

/** The incident commander that the metadata names; null where it names none. */
export function commanderOf(postmortem: Postmortem): string | null {
  const value = postmortem.metadata.entries.find((entry) => entry.key === 'commander')?.value.value.trim() ?? ''
  return value === '' || /^[\\<]|^[^\p{L}\p{N}]*$|^(?:tbd|n\/a|none|name)$/iu.test(value) ? null : value
}
