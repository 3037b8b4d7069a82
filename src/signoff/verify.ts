/** Checks a document and its record by themselves, without a server: the chain, the digests, and what an SSH tool must check. */
import type { Postmortem } from '../document/model.ts'
import { type ReadRecord, readRecord } from '../record/read-record.ts'
import { textDigest } from '../record/text-digest.ts'
import { changedSections } from './changed-sections.ts'
import { signatureKey } from './signature-state.ts'
import { signedDigest } from './signed-digest.ts'

/** The namespace of SSH signatures (`ssh-keygen -Y sign -n nevertwice`). */
export const SIGNATURE_NAMESPACE = 'nevertwice'

/** The exact bytes that an SSH signature covers: `nevertwice-signature-v1`, the root digest, each with a `\n`. */
export function signaturePayload(root: string): string {
  return `nevertwice-signature-v1\n${root}\n`
}

/** An SSH signature for a shell to check: `ssh-keygen -Y verify -n <namespace> -s <signature>` with the payload on standard input. */
export interface SshClaim {
  readonly namespace: string
  readonly payload: string
  readonly signature: string
  /** As the signer gave it; it proves who signed only where an allowed-signers file names it. */
  readonly publicKey: string | null
}

/** One signature of the record against the text as it is now. */
export interface VerifiedSignature {
  /** 1-based line of the record. */
  readonly line: number
  readonly role: string
  readonly name: string
  readonly date: string
  readonly delegateFor: string | null
  readonly root: string
  /** Whether it covers the text as it is now, was not withdrawn, and nothing was reopened since. */
  readonly holds: boolean
  /** Why it does not hold; null where it does. */
  readonly because: string | null
  readonly changedSections: readonly string[]
  readonly ssh: SshClaim | null
}

/** What was found. */
export interface Verification {
  /** Whether the record is one unbroken chain of readable entries. */
  readonly chainHolds: boolean
  readonly problems: ReadRecord['problems']
  readonly entries: number
  /** SHA-256 of the last line: who keeps it elsewhere notices when lines at the end are removed. */
  readonly head: string | null
  /** Root digest of the text as it is now, and SHA-256 of the whole text (LF, no byte order mark). */
  readonly root: string
  readonly text: string
  /** Every signature ever made, in the order of the record. */
  readonly signatures: readonly VerifiedSignature[]
}

/** Verifies a postmortem with the text of its record. */
export function verifyPostmortem(postmortem: Postmortem, recordText: string): Verification {
  const { entries, lines, problems, head } = readRecord(recordText)
  const now = signedDigest(postmortem)
  const reopened = entries.findLastIndex((entry) => entry.verb === 'reopened')
  const lastWord = new Map<string, number>()
  entries.forEach((entry, index) => {
    if (entry.verb === 'signed' || entry.verb === 'withdrawn') lastWord.set(signatureKey(entry.data), index)
  })
  const signatures = entries.flatMap((entry, index): VerifiedSignature[] => {
    if (entry.verb !== 'signed') return []
    const { role, name, date, digest, delegateFor, sshSignature, publicKey } = entry.data
    const changed = digest.root === now.root ? [] : changedSections(digest, now)
    const because = reasonOf({
      withdrawn: lastWord.get(signatureKey(entry.data)) !== index,
      reopened: index < reopened,
      changed,
    })
    return [
      {
        line: lines[index]!,
        role,
        name,
        date,
        delegateFor: delegateFor ?? null,
        root: digest.root,
        holds: because === null,
        because,
        changedSections: changed,
        ssh: sshSignature
          ? {
              namespace: SIGNATURE_NAMESPACE,
              payload: signaturePayload(digest.root),
              signature: sshSignature,
              publicKey: publicKey ?? null,
            }
          : null,
      },
    ]
  })
  return {
    chainHolds: problems.length === 0,
    problems,
    entries: entries.length,
    head,
    root: now.root,
    text: textDigest(postmortem.source),
    signatures,
  }
}

function reasonOf(found: { withdrawn: boolean; reopened: boolean; changed: readonly string[] }): string | null {
  if (found.withdrawn) return 'It was withdrawn or made anew later.'
  if (found.reopened) return 'The postmortem was reopened after it.'
  return found.changed.length > 0 ? `Changed since: ${found.changed.join(', ')}.` : null
}
