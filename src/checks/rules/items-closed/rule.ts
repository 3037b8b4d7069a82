/** Holds, when a postmortem is to be closed, that every action item is verified or will not be done. */
import type { ActionItem } from '../../../document/model.ts'
import { itemStatesOf } from '../../items.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'

/** The rule. */
export const itemsClosed: Rule = {
  id: 'items-closed',
  group: 'actions',
  holds: "Every action item is verified or won't do, by the record.",
  severity: { draft: 'off', close: 'error' },
  *check(context) {
    for (const { item, status } of itemStatesOf(context)) {
      if (status === 'verified' || status === "won't do" || isBlankRow(item)) continue
      yield {
        span: item.description.span,
        message: `${item.id} is ${status} by the record. Before the postmortem is closed it must be verified, or marked "won't do" with a reason.`,
      }
    }
  },
}

/** A row of the blank form: its owner is still a placeholder, which no-placeholders tells. */
function isBlankRow({ owner }: ActionItem): boolean {
  return owner !== null && !isBlank(owner.text) && isUnwritten(owner.text)
}
