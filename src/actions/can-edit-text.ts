/** Whether a text may be edited as a text: signed words and living parts have verbs of their own. */
import { ok, type Refusal, type Result } from '../base/result.ts'
import { compareItems, type ItemField } from '../document/compare-items.ts'
import type { ActionItem, Postmortem, SignOffRow } from '../document/model.ts'
import { publicationEntries } from '../publication/publication-entries.ts'
import type { Entry } from '../record/entry.ts'
import { signatureState } from '../signoff/signature-state.ts'
import { signedDigest } from '../signoff/signed-digest.ts'

/** How each living cell is changed. */
const VERBS: Readonly<Partial<Record<ItemField, string>>> = {
  status: "move it on with the item's transition (and its proof)",
  ticket: "set it with the item's ticket",
  proof: 'give it with the transition to done',
  effect: 'record the verdict on its effect',
}

/**
 * Refused where a signature that holds would break (`text-signed`), or where a status, ticket, proof, effect, publication mark, receipt or
 * signature would change without its verb (`living-part`). New items begin open, without proof and effect.
 */
export function canEditText(before: Postmortem, after: Postmortem, entries: readonly Entry[]): Result<null> {
  const refusal =
    signedMisfit(before, after, entries) ??
    itemsMisfit(before, after) ??
    marksMisfit(before, after) ??
    signOffMisfit(before, after)
  return refusal ? { ok: false, refusal } : ok(null)
}

function signedMisfit(before: Postmortem, after: Postmortem, entries: readonly Entry[]): Refusal | null {
  if (!entries.some(({ verb }) => verb === 'signed')) return null
  const valid = signatureState(before, entries, []).roles.filter(({ status }) => status === 'valid')
  if (valid.length === 0 || signedDigest(before).root === signedDigest(after).root) return null
  return {
    code: 'text-signed',
    message: `The text is signed by ${valid.map(({ name, role }) => `${name} (${role})`).join(' and ')}, and this edit would void that. Withdraw the signatures or reopen the postmortem first, or suggest the edit.`,
  }
}

function itemsMisfit(before: Postmortem, after: Postmortem): Refusal | null {
  for (const { change, id, after: item, fields } of compareItems(before.actionItems, after.actionItems)) {
    if (change === 'removed' || !item) continue
    for (const { field, before: old, after: now } of fields) {
      const verb = VERBS[field]
      if (verb === undefined || !isLiving(item, field)) continue
      if (change === 'added' ? mayBegin(item, field, now) : blank(old) && blank(now)) continue
      return living(`The ${field} of ${id}`, old, now, verb)
    }
  }
  return null
}

/** In running words only the status can be told from the description. */
function isLiving({ form }: ActionItem, field: ItemField): boolean {
  return field === 'status' || form === 'table' || form === 'heading'
}

function mayBegin({ status }: ActionItem, field: ItemField, words: string): boolean {
  if (field === 'ticket' || blank(words)) return true
  return field === 'status' && (status?.value === 'open' || status?.value === null)
}

function marksMisfit(before: Postmortem, after: Postmortem): Refusal | null {
  const known = new Map<string, string[]>()
  for (const { words, ticked, receipts } of publicationEntries(before)) {
    const states = known.get(words) ?? []
    states.push(markOf(ticked, receipts))
    known.set(words, states)
  }
  for (const { words, ticked, receipts } of publicationEntries(after)) {
    const old = known.get(words)?.shift() ?? markOf(false, [])
    const now = markOf(ticked, receipts)
    if (old !== now) return living(`The mark of "${words}" under Publication`, old, now, 'record a receipt')
  }
  return null
}

function markOf(ticked: boolean, receipts: readonly string[]): string {
  return [ticked ? '[x]' : '[ ]', ...receipts].join('; ')
}

function signOffMisfit(before: Postmortem, after: Postmortem): Refusal | null {
  const [old, now] = [signedRows(before), signedRows(after)]
  const gone = old.find((row) => !now.includes(row))
  if (gone !== undefined) return living('A row of the sign-off table', gone, 'nothing', 'withdraw the signature')
  const count = (rows: readonly string[], row: string) => rows.filter((one) => one === row).length
  const come = now.find((row) => count(now, row) > count(old, row))
  return come === undefined ? null : living('A row of the sign-off table', 'nothing', come, 'sign')
}

/** Rows that claim a signature; who is to sign may be written by anybody. */
function signedRows({ signOff }: Postmortem): string[] {
  return signOff.filter(({ date, signature }) => date.value !== '' || (signature?.value ?? '') !== '').map(rowWords)
}

function rowWords({ role, name, date, signature }: SignOffRow): string {
  return [role.text, name.text, date.text, signature?.text ?? ''].join(' | ')
}

function living(what: string, old: string, now: string, verb: string): Refusal {
  return {
    code: 'living-part',
    message: `${what} would change from "${old}" to "${now}" by an edit of the text. It is never edited as text: ${verb}.`,
  }
}

function blank(words: string): boolean {
  return /^(?:|\\?<[^<>]*>|-|–|—|tbd|n\/a)$/i.test(words.trim())
}
