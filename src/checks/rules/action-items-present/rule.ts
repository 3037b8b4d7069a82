/** Holds that the section of action items holds some. */
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const actionItemsPresent: Rule = {
  id: 'action-items-present',
  group: 'actions',
  holds: 'The section of action items holds at least one.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    if (postmortem.actionItems.length > 0 || !sectionOf(postmortem, 'action-items')) return
    yield {
      span: headingOf(postmortem, 'action-items'),
      message:
        'There are no action items. Add at least one that cuts a cause: a row with ID, Description, Owner, Ticket, Due and Status.',
    }
  },
}
