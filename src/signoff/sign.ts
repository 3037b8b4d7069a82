/** Signs a postmortem for a role: the row in the text and the entry in the record, both or neither. */
import { applyEdits, type Edit } from '../base/edit.ts'
import { type Instant, parseInstant } from '../base/instant.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import { type ParseOptions, parsePostmortem } from '../document/parse.ts'
import { appendEntry } from '../record/append-entry.ts'
import type { Entry, EntryData, SignedDigest } from '../record/entry.ts'
import { readRecord } from '../record/read-record.ts'
import { type GateFinding, gateRefusal } from './gate-findings.ts'
import { isCommander, sameRole } from './roles.ts'
import { samePerson } from './same-person.ts'
import { findRoleRow, signOffEdits } from './sign-off-edits.ts'
import { commanderOf, signatureState } from './signature-state.ts'
import { signedDigest } from './signed-digest.ts'

/** Who signs what, as which role. */
export interface SignRequest {
  readonly postmortem: Postmortem
  /** How the postmortem was parsed. */
  readonly parseOptions?: ParseOptions
  readonly recordText: string
  readonly role: string
  readonly name: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly at: Instant
  /** The account that acts. */
  readonly actor: string
  /** In whose place. */
  readonly delegateFor?: string
  /** What the checks found at the gate `sign`. */
  readonly gateFindings: readonly GateFinding[]
  /** The root digest of what the signer was shown. */
  readonly expectedDigest?: string
  /** An SSH signature over `signaturePayload` of the digest that this call answers, and its public key. */
  readonly sshSignature?: string
  readonly publicKey?: string
}

/** The document and the record after signing. */
export interface Signed {
  /** The edits of the document, and the document with them. */
  readonly edits: readonly Edit[]
  readonly text: string
  readonly recordText: string
  readonly entry: Entry<'signed'>
  readonly digest: SignedDigest
}

const WITHOUT_BREAKING = 'without changing text that others have signed.'
const ADD_SECTION = 'Add a section "## Sign-off" with a table Role, Name, Date, and sign then.'

/**
 * Refused where findings block the gate (`gate-closed`), the text is not the one that was shown (`digest-moved`), the same signature holds
 * already (`already-signed`), the metadata or the row names somebody else for whom this is no delegate (`not-the-commander`,
 * `row-names-other`), or writing the row would change what others signed (`sign-off-missing`).
 */
export function signPostmortem(request: SignRequest): Result<Signed> {
  const refusal = misfit(request)
  if (refusal) return refusal
  const { postmortem, role, date, delegateFor } = request
  const before = signedDigest(postmortem)
  const name = request.name.trim()
  const shown = delegateFor ? `${name} (for ${delegateFor.trim()})` : name
  const write = (digest: SignedDigest) =>
    signOffEdits(postmortem, { role: role.trim(), name: shown, date, signature: digest.root.slice(0, 16) })
  let digest = before
  let edits = write(digest)
  let text = applyEdits(postmortem.source, edits)
  if (!text.ok) return text
  const after = signedDigest(parsePostmortem(text.value, request.parseOptions))
  if (after.root !== before.root) {
    const holds = signatureState(postmortem, readRecord(request.recordText).entries, []).roles.some(
      (one) => one.status === 'valid',
    )
    if (holds)
      return refuse('sign-off-missing', `The sign-off table cannot be written ${WITHOUT_BREAKING} ${ADD_SECTION}`)
    digest = after
    edits = write(digest)
    text = applyEdits(postmortem.source, edits)
    if (!text.ok) return text
    if (signedDigest(parsePostmortem(text.value, request.parseOptions)).root !== digest.root)
      return refuse(
        'sign-off-missing',
        `The document has no place where a sign-off table is read as one. ${ADD_SECTION}`,
      )
  }
  const appended = appendEntry(request.recordText, {
    verb: 'signed',
    data: entryData(request, name, digest),
    actor: request.actor,
    at: request.at,
    documentText: text.value,
  })
  if (!appended.ok) return appended
  return ok({ edits, text: text.value, recordText: appended.value.text, entry: appended.value.entry, digest })
}

function entryData(request: SignRequest, name: string, digest: SignedDigest): EntryData['signed'] {
  const { role, date, delegateFor, sshSignature, publicKey } = request
  return {
    role: role.trim(),
    name,
    date,
    digest,
    ...(delegateFor ? { delegateFor: delegateFor.trim() } : {}),
    ...(sshSignature ? { sshSignature } : {}),
    ...(publicKey ? { publicKey } : {}),
  }
}

function misfit(request: SignRequest): Result<never> | null {
  const { postmortem, role, name, date, delegateFor } = request
  if (role.trim() === '' || name.trim() === '')
    return refuse('signer-missing', 'Nobody can sign without a name and a role. Give both.')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || parseInstant(date) === null)
    return refuse('date-unreadable', `The date "${date}" is no day. Expected YYYY-MM-DD.`)
  const digest = signedDigest(postmortem)
  if (request.expectedDigest !== undefined && request.expectedDigest !== digest.root)
    return refuse(
      'digest-moved',
      `The text changed since it was shown: its digest was ${request.expectedDigest.slice(0, 16)} and is ${digest.root.slice(0, 16)}. Read it again, then sign.`,
    )
  const gate = gateRefusal('Signing', request.gateFindings)
  if (gate) return { ok: false, refusal: gate }
  const { entries } = readRecord(request.recordText)
  const standing = signatureState(postmortem, entries, []).roles.find((one) => sameRole(one.role, role))
  if (standing?.status === 'valid' && standing.name === name.trim())
    return refuse('already-signed', `${name.trim()} has signed as ${role.trim()} already, and the signature holds.`)
  const commander = commanderOf(postmortem)
  if (isCommander(role) && commander !== null && !standsFor(commander, name, delegateFor))
    return refuse(
      'not-the-commander',
      `The metadata names ${commander} as incident commander, not ${name.trim()}. Sign as a delegate for ${commander}, or correct the metadata.`,
    )
  const row = findRoleRow(postmortem, role, name)
  const replaces =
    standing && standing.status !== 'valid' && standing.name !== null && samePerson(standing.name, row?.name ?? '')
  if (row && row.name !== '' && !replaces && !standsFor(row.name, name, delegateFor))
    return refuse(
      'row-names-other',
      `The sign-off table names ${row.name} as ${role.trim()}, not ${name.trim()}. Sign as a delegate for ${row.name}, or correct the table.`,
    )
  return null
}

function standsFor(expected: string, name: string, delegateFor: string | undefined): boolean {
  return samePerson(expected, name) || (delegateFor !== undefined && samePerson(expected, delegateFor))
}
