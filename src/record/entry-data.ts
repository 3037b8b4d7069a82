/** What each verb must carry: the grammar of `data`, as one table. */
import { parseInstant } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import type { EntryData, Proof, Verb } from './entry.ts'

/** What may stand in a field; `null` where the value fits, else what was expected. */
type Check = (value: unknown) => string | null

/** All statuses of an action item, in the order of its life. */
export const ITEM_STATUSES: readonly ItemStatus[] = ['open', 'in progress', 'done', 'verified', "won't do"]

/** All types of proof. */
export const PROOF_TYPES: readonly Proof['type'][] = [
  'change',
  'alert-rule',
  'runbook',
  'chaos-run',
  'message',
  'test',
  'other',
]

const words: Check = (value) => (typeof value === 'string' && value.trim() !== '' ? null : 'words')
const day: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && parseInstant(value) !== null
    ? null
    : 'a day, YYYY-MM-DD'
const sha256: Check = (value) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? null : 'a SHA-256, 64 hexadecimal digits'
const oneOf =
  (allowed: readonly (string | number)[]): Check =>
  (value) =>
    allowed.includes(value as string | number) ? null : `one of ${allowed.join(', ')}`
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value)
const fields =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isObject(value)) return 'an object'
    for (const [name, check] of Object.entries(shape)) {
      const expected = check(value[name])
      if (expected !== null) return `\`${name}\` to be ${expected}`
    }
    return null
  }
const digests: Check = (value) => {
  if (!isObject(value)) return 'an object'
  const bad = Object.entries(value).find(([, held]) => sha256(held) !== null)
  return bad ? `a SHA-256 for every section, also for "${bad[0]}"` : null
}
const status = oneOf(ITEM_STATUSES)

const SHAPES: { readonly [V in Verb]: { readonly [K in keyof Required<EntryData[V]>]: Check } } = {
  'review-opened': { note: maybe(words) },
  returned: { reason: words },
  signed: {
    role: words,
    name: words,
    date: day,
    digest: fields({ root: sha256, sections: digests }),
    delegateFor: maybe(words),
    sshSignature: maybe(words),
    publicKey: maybe(words),
  },
  withdrawn: { role: words, name: words, reason: words },
  receipt: { target: words, reference: words, digest: sha256, note: maybe(words) },
  scheduled: { target: words, date: day },
  'item-added': { item: words },
  'item-transition': {
    item: words,
    from: status,
    to: status,
    proof: maybe(fields({ type: oneOf(PROOF_TYPES), reference: words, note: maybe(words) })),
    verifier: maybe(words),
    reason: maybe(words),
    acceptedBy: maybe(words),
    until: maybe(day),
  },
  'item-due-moved': { item: words, from: day, to: day, reason: words },
  'effect-verdict': {
    item: words,
    verdict: oneOf(['effective', 'ineffective', 'unproven']),
    after: oneOf([30, 90]),
    note: maybe(words),
  },
  'recurrence-confirmed': { earlier: words, item: maybe(words), note: maybe(words) },
  dismissed: { rule: words, reason: words, what: words },
  waived: { reason: words },
  renumbered: { from: words, to: words },
  reopened: { reason: words },
}

/** All verbs, sorted. */
export const VERBS: readonly Verb[] = (Object.keys(SHAPES) as Verb[]).sort()

/** Whether a word is one of our verbs. */
export function isVerb(word: string): word is Verb {
  return Object.hasOwn(SHAPES, word)
}

/** What the data of a verb should have been, as a part of a sentence; null where it fits. Fields that we do not know are fine. */
export function dataMisfit(verb: Verb, data: unknown): string | null {
  return fields(SHAPES[verb])(data)
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
