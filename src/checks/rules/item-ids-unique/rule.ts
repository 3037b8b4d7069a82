/** Holds that no two action items have the same id. */
import type { ActionItem } from '../../../document/model.ts'
import { itemKey } from '../../../record/item-key.ts'
import { lineOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const itemIdsUnique: Rule = {
  id: 'item-ids-unique',
  group: 'actions',
  holds: 'No two action items have the same id.',
  severity: { draft: 'error' },
  *check({ postmortem }) {
    const first = new Map<string, ActionItem>()
    for (const item of postmortem.actionItems) {
      if (!item.idGiven) continue
      const key = itemKey(item.id)
      const before = first.get(key)
      if (!before) {
        first.set(key, item)
        continue
      }
      const [here, there] = [item, before].map((each) => lineOf(postmortem, each.span.from))
      yield {
        span: idSpan(postmortem.source, item),
        message: `${item.id} in line ${here} is also the id of an item in line ${there}. Give this one a number that was never used; ids stay with their items for ever.`,
      }
    }
  },
}

/** The id as it stands, or the description where it cannot be found. */
function idSpan(source: string, item: ActionItem): { from: number; to: number } {
  const at = source.slice(item.span.from, item.description.span.from).indexOf(item.id)
  const from = item.span.from + at
  return at < 0 ? item.description.span : { from, to: from + item.id.length }
}
