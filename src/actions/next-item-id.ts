/** The id of a new action item; an id that was ever used is never used again. */
import type { Postmortem } from '../document/model.ts'
import type { Entry } from '../record/entry.ts'
import { highestItemNumber } from '../record/item-history.ts'
import { itemNumber } from '../record/item-key.ts'

/**
 * `A4` where A3 is the highest that the document or its record ever had. Keeps the letters of the author's ids where all share them
 * (`P-4` after `P-3`).
 */
export function nextItemId(postmortem: Pick<Postmortem, 'actionItems'>, entries: readonly Entry[]): string {
  let highest = highestItemNumber(entries)
  const prefixes = new Set<string>()
  for (const { id, idGiven } of postmortem.actionItems) {
    highest = Math.max(highest, itemNumber(id))
    const prefix = idGiven ? /^([A-Za-z][A-Za-z_-]{0,15})\d{1,9}$/.exec(id.trim()) : null
    if (idGiven) prefixes.add(prefix?.[1] ?? 'A')
  }
  const [prefix = 'A'] = prefixes.size === 1 ? prefixes : []
  return `${prefix}${highest + 1}`
}
