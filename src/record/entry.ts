/** The shape of one entry of the append-only record, one JSON object a line in `INC-….record.jsonl`. */

import type { ItemStatus } from '../base/item-status.ts'

/** SHA-256 of the signed text as a whole and of each of its sections, in hexadecimal. */
export interface SignedDigest {
  readonly root: string
  /** Section key (`metadata`, `summary`, ... or its heading) to digest, in document order. */
  readonly sections: Readonly<Record<string, string>>
}

/** A proof that an action item was done. */
export interface Proof {
  readonly type: 'change' | 'alert-rule' | 'runbook' | 'chaos-run' | 'message' | 'test' | 'other'
  /** What to look at: a commit, a URL, a file, a rule's name. */
  readonly reference: string
  readonly note?: string
}

/** What each verb carries. */
export interface EntryData {
  'review-opened': { note?: string }
  returned: { reason: string }
  signed: {
    role: string
    name: string
    date: string
    digest: SignedDigest
    delegateFor?: string
    /** Armoured SSH signature over the root digest, where one was made. */
    sshSignature?: string
    publicKey?: string
  }
  withdrawn: { role: string; name: string; reason: string }
  receipt: {
    /** `git`, `all-hands`, `channel`, `board`, `wiki` ... */
    target: string
    /** What was published: commit, URL, date. */
    reference: string
    /** Root digest of the text that was published. */
    digest: string
    note?: string
  }
  scheduled: { target: string; date: string }
  'item-added': { item: string }
  'item-transition': {
    item: string
    from: ItemStatus
    to: ItemStatus
    proof?: Proof
    verifier?: string
    reason?: string
    acceptedBy?: string
    until?: string
  }
  'item-due-moved': { item: string; from: string; to: string; reason: string }
  'effect-verdict': { item: string; verdict: 'effective' | 'ineffective' | 'unproven'; after: 30 | 90; note?: string }
  'recurrence-confirmed': { earlier: string; item?: string; note?: string }
  dismissed: { rule: string; reason: string; what: string }
  waived: { reason: string }
  renumbered: { from: string; to: string }
  reopened: { reason: string }
}

/** What can be done to a postmortem. */
export type Verb = keyof EntryData

/** One entry. `text` is the SHA-256 of the document it concerned, `previous` that of the line before (null for the first). */
export type Entry<V extends Verb = Verb> = V extends Verb
  ? {
      readonly id: string
      /** RFC 3339, UTC. */
      readonly at: string
      readonly actor: string
      readonly verb: V
      readonly data: EntryData[V]
      readonly text: string
      readonly previous: string | null
    }
  : never
