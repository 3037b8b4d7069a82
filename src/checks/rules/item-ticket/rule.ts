/** Holds that each action item has a ticket. */
import type { ActionItem } from '../../../document/model.ts'
import { lackingValue } from '../../items.ts'
import type { Rule } from '../../rule.ts'

const TICKET = {
  of: (item: ActionItem) => item.ticket,
  name: 'ticket',
  advice: 'Add its number or link, so that the work is planned where all other work is.',
}

/** The rule. */
export const itemTicket: Rule = {
  id: 'item-ticket',
  group: 'actions',
  holds: 'Each action item has a ticket.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  check: ({ postmortem }) => lackingValue(postmortem, TICKET),
}
