/** Holds that no action item claims a status that the record does not prove. */
import type { ItemStatus } from '../../../base/item-status.ts'
import { itemStatesOf } from '../../items.ts'
import type { Rule } from '../../rule.ts'

/** What each claim lacks. */
const LACKS: Readonly<Partial<Record<ItemStatus, string>>> = {
  done: 'a proof (a merged change, an alert rule, a changed runbook, a test, a run, a message)',
  verified: 'a check, or a person who neither owns it nor marked it done',
  "won't do": 'a reason, who accepts the risk, and until when',
}

/** The rule. */
export const itemClaims: Rule = {
  id: 'item-claims',
  group: 'actions',
  holds: "No action item says done, verified or won't do without its entry in the record.",
  severity: { draft: 'info', review: 'warning', close: 'error' },
  *check(context) {
    const told = context.postmortem.actionItems.some(({ status }) => status?.value != null && LACKS[status.value])
    if (!told) return
    for (const { item, claim, status } of itemStatesOf(context)) {
      const lacks = claim === null ? undefined : LACKS[claim]
      if (!lacks) continue
      const known = status === 'open' ? 'knows nothing of it' : `says ${status}`
      yield {
        span: item.status!.span,
        message: `${item.id} says "${claim}", but the record ${known}; it is counted as ${status}. Run "nevertwice item" with ${lacks}.`,
      }
    }
  },
}
