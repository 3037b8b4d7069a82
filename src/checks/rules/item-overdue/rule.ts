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
    const states = itemStatesOf(context)
    const byRef = new Map(states.map((state) => [state.ref, state]))
    for (const late of overdueItems(states, utcDay(context.now))) {
      const state = byRef.get(late.ref)
      if (!state) continue
      const { item } = state
      // What the text only claims to be done is for item-claims to tell.
      if (late.what === 'due' && (isClosedInText(item) || isUnwritten(item.description.text))) continue
      yield { span: item.due?.span ?? item.description.span, message: MESSAGES[late.what](item.id, late) }
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
