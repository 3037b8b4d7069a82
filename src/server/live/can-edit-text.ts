/** Whether a text may be edited as a text: signed words and living parts have verbs of their own. */
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Postmortem } from '../../document/model.ts'
import type { Entry } from '../../record/entry.ts'
import { livingParts } from '../../signoff/living-parts.ts'
import { signatureState } from '../../signoff/signature-state.ts'
import { signedDigest } from '../../signoff/signed-digest.ts'

/** Says whether a text may become another by an edit. */
export type CanEditText = (before: Postmortem, after: Postmortem, entries: readonly Entry[]) => Result<null>

/**
 * Refused where a signature that holds would break (`text-signed`), or where a status, ticket, proof, effect, publication mark, receipt or
 * row of the sign-off table would change without its verb (`living-part`). New items begin open, without proof and effect.
 */
export const canEditText: CanEditText = (before, after, entries) => {
  if (entries.some(({ verb }) => verb === 'signed')) {
    const valid = signatureState(before, entries, []).roles.filter(({ status }) => status === 'valid')
    if (valid.length > 0 && signedDigest(before).root !== signedDigest(after).root)
      return refuse(
        'text-signed',
        `The text is signed by ${valid.map(({ name, role }) => `${name} (${role})`).join(' and ')}, and this edit would void that. Withdraw the signatures or reopen the postmortem first; the edit is kept as a suggestion.`,
      )
  }
  const old = livingValues(before)
  const now = livingValues(after)
  const items = new Set(after.actionItems.map(({ id }) => id))
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [stood, stands] = [old.get(key) ?? '', now.get(key) ?? '']
    if (stood === stands || mayBegin(key, stood, stands, before) || (stands === '' && isGone(key, items))) continue
    return refuse(
      'living-part',
      `The ${key} would change from "${stood}" to "${stands}" by an edit of the text. It changes by its own verb only: an item's transition, a receipt, a signature.`,
    )
  }
  return ok(null)
}

function itemOf(key: string): string | null {
  return /^(?:status|ticket|proof|effect) of (.+)$/s.exec(key)?.[1] ?? null
}

function isGone(key: string, items: ReadonlySet<string>): boolean {
  const item = itemOf(key)
  return item !== null && !items.has(item)
}

/** A new item may come with a ticket, and begins open. */
function mayBegin(key: string, stood: string, stands: string, before: Postmortem): boolean {
  const item = itemOf(key)
  if (stood !== '' || item === null || before.actionItems.some(({ id }) => id === item)) return false
  return key.startsWith('ticket') || (key.startsWith('status') && /^open$/i.test(stands))
}

/** Words of living parts by what they belong to; blank ones are left out. */
function livingValues(postmortem: Postmortem): Map<string, string> {
  const values = new Map<string, string>()
  const add = (key: string, value: string | undefined) => {
    const words = (value ?? '').trim()
    if (words !== '' && !/^\\?<[^<>]*>$/.test(words)) values.set(key, words)
  }
  for (const { id: name, status, ticket, proof, effect } of postmortem.actionItems) {
    add(`status of ${name}`, status?.text)
    add(`ticket of ${name}`, ticket?.text)
    add(`proof of ${name}`, proof?.text)
    add(`effect of ${name}`, effect?.text)
  }
  for (const { kind, from, to } of livingParts(postmortem)) {
    const { source } = postmortem
    const line = source.slice(to, source.indexOf('\n', to) >>> 0)
    if (kind === 'mark' && /\[[xX]\]/.test(source.slice(from, to))) add(`mark of ${line.trim()}`, '[x]')
    if (kind === 'receipt') add(`receipt ${source.slice(from, to).trim()}`, 'there')
  }
  for (const { role, name, date, signature } of postmortem.signOff)
    if (date.value !== '' || (signature?.value ?? '') !== '')
      add(`signature of ${role.text} ${name.text}`, `${date.text} ${signature?.text ?? ''}`)
  return values
}
