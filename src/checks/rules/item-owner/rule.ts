/** Holds that each action item has an owner. */
import type { ActionItem } from '../../../document/model.ts'
import { lackingValue } from '../../items.ts'
import type { Rule } from '../../rule.ts'

const OWNER = {
  of: (item: ActionItem) => item.owner,
  name: 'owner',
  advice: 'Name one person or team that will see it through.',
} as const

/** The rule. */
export const itemOwner: Rule = {
  id: 'item-owner',
  group: 'actions',
  holds: 'Each action item has an owner.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  check: ({ postmortem }) => lackingValue(postmortem, OWNER),
}
