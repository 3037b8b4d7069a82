/** Holds that no action item is late: work, accepted risks, and looks at the effect. */

import { type Overdue, overdueItems } from '../../../actions/overdue.ts'
import { utcDay } from '../../../base/instant.ts'
import { isClosedInText, itemStatesOf } from '../../items.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'

/** The rule. */
export const itemOverdue: Rule = {
  id: 'item-overdue',
  group: 'actions',
  holds: 'No action item is late.',
  severity: { draft: 'warning' },
  *check(context) {
    if (context.now === null) return
    const today = utcDay(context.now)
    // Without a record only the dates in the text can be late.
    const late = context.postmortem.actionItems.some(({ due }) => due?.value != null && due.value < today)
    if (!late && (context.record ?? []).length === 0) return
    const states = itemStatesOf(context)
    const byRef = new Map(states.map((state) => [state.ref, state]))
    for (const each of overdueItems(states, today)) {
      const state = byRef.get(each.ref)
      if (!state) continue
      const { item } = state
      // What the text only claims to be done is for item-claims to tell.
      if (each.what === 'due' && (isClosedInText(item) || isUnwritten(item.description.text))) continue
      yield { span: item.due?.span ?? item.description.span, message: MESSAGES[each.what](item.id, each) }
    }
  },
}

const MESSAGES: Readonly<Record<Overdue['what'], (id: string, late: Overdue) => string>> = {
  due: (id, late) => `${id} was due on ${late.day}, ${ago(late)}. Finish it, or move the date with a reason.`,
  acceptance: (id, late) =>
    `${id} is not done, and the risk was accepted until ${late.day}, ${ago(late)}. Open it again, or ask who accepts the risk for longer.`,
  effect: (id, late) =>
    `Whether ${id} works was to be looked at on ${late.day}, ${ago(late)}. Record a verdict: effective, ineffective or unproven.`,
}

function ago({ days }: Overdue): string {
  return days === 1 ? 'a day ago' : `${days} days ago`
}
