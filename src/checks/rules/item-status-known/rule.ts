/** Holds that each action item's status is one of the five. */
import { writtenItems } from '../../items.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'

/** The rule. */
export const itemStatusKnown: Rule = {
  id: 'item-status-known',
  group: 'actions',
  holds: "Each action item's status is open, in progress, done, verified or won't do.",
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    for (const item of writtenItems(postmortem)) {
      const { status } = item
      if (!status || status.value !== null || isUnwritten(status.text)) {
        // A cell left blank in a table that has the column.
        if (status && isBlank(status.text) && item.form === 'table')
          yield { span: item.description.span, message: `${item.id} has no status. Write "open" until it moves.` }
        continue
      }
      yield {
        span: status.span,
        message: `The status "${status.text}" of ${item.id} is none of: open, in progress, done, verified, won't do. It is counted as open.`,
      }
    }
  },
}
