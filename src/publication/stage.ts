/** The stage of a postmortem, which follows from its text and its record and is written nowhere. */
import type { Postmortem } from '../document/model.ts'
import type { Entry } from '../record/entry.ts'
import { itemHistories } from '../record/item-history.ts'
import { itemKey } from '../record/item-key.ts'
import { signatureState } from '../signoff/signature-state.ts'
import { signedDigest } from '../signoff/signed-digest.ts'

/** The stages in their order. */
export const STAGES = ['draft', 'in review', 'signed', 'published', 'closed'] as const

/** One stage. */
export type Stage = (typeof STAGES)[number]

/** What decides the stage. */
export interface StageInput {
  readonly postmortem: Postmortem
  readonly entries: readonly Entry[]
  readonly requiredRoles: readonly string[]
  /** The target whose receipt means published, such as `git`. */
  readonly mainTarget: string
}

/** The stage, and in sentences what the next one waits for (empty for a closed one). */
export interface StageState {
  readonly stage: Stage
  readonly waitsFor: readonly string[]
}

/**
 * DESIGN section 5: draft, in review once a review was opened or somebody signed, signed with all required signatures valid, published
 * with a receipt of the main target for the text as it is, closed with every item verified or won't do by the record. Back: `returned`
 * makes it a draft, `reopened` puts it in review without signatures, a changed text loses signatures and receipt, an item opened again
 * makes a closed one published.
 */
export function stageOf(input: StageInput): StageState {
  const { entries } = input
  if (!isInReview(entries)) return { stage: 'draft', waitsFor: [draftWaits(entries)] }
  const unsigned = signatureState(input.postmortem, entries, input.requiredRoles).roles.filter(
    (role) => role.required && role.status !== 'valid',
  )
  if (unsigned.length > 0)
    return { stage: 'in review', waitsFor: unsigned.map((role) => `${role.role}: signature ${role.status}.`) }
  if (!isPublished(input)) return { stage: 'signed', waitsFor: [`A receipt of ${input.mainTarget} for this text.`] }
  const open = openItems(input)
  if (open.length > 0) return { stage: 'published', waitsFor: open }
  return { stage: 'closed', waitsFor: [] }
}

function isInReview(entries: readonly Entry[]): boolean {
  const last = entries.findLast(
    ({ verb }) => verb === 'review-opened' || verb === 'signed' || verb === 'reopened' || verb === 'returned',
  )
  return last !== undefined && last.verb !== 'returned'
}

function draftWaits(entries: readonly Entry[]): string {
  const returned = entries.findLast((entry) => entry.verb === 'returned')
  return returned?.verb === 'returned'
    ? `The review to be opened again; it was returned: ${returned.data.reason}`
    : 'The review to be opened, or a first signature.'
}

function isPublished({ postmortem, entries, mainTarget }: StageInput): boolean {
  const { root } = signedDigest(postmortem)
  const since = entries.findLastIndex((entry) => entry.verb === 'reopened')
  return entries.some(
    (entry, index) =>
      index > since && entry.verb === 'receipt' && entry.data.target === mainTarget && entry.data.digest === root,
  )
}

function openItems({ postmortem, entries }: StageInput): string[] {
  const histories = itemHistories(entries)
  return postmortem.actionItems.flatMap(({ id }) => {
    const status = histories.get(itemKey(id))?.status ?? 'open'
    return status === 'verified' || status === "won't do" ? [] : [`${itemKey(id)}: ${status}.`]
  })
}
