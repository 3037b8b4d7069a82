/** Holds that the numbers of the action items have no gap that the record does not know. */
import type { ActionItem } from '../../../document/model.ts'
import { itemHistories } from '../../../record/item-history.ts'
import type { Rule } from '../../rule.ts'

const NUMBERED = /^(\D{0,12}?)(\d{1,4})$/

/** The rule. */
export const itemIdsInSequence: Rule = {
  id: 'item-ids-in-sequence',
  group: 'actions',
  holds: 'The numbers of the action items have no gap that the record does not explain.',
  severity: { draft: 'info' },
  *check({ postmortem, record }) {
    const series = new Map<string, { numbers: Set<number>; last: ActionItem; highest: number }>()
    for (const item of postmortem.actionItems) {
      const match = item.idGiven ? NUMBERED.exec(item.id.trim().toUpperCase()) : null
      if (!match) continue
      const [prefix, number] = [match[1]!, Number(match[2])]
      const held = series.get(prefix) ?? { numbers: new Set(), last: item, highest: 0 }
      held.numbers.add(number)
      if (number > held.highest) {
        held.last = item
        held.highest = number
      }
      series.set(prefix, held)
    }
    if (series.size === 0) return
    const known = record ? itemHistories(record) : new Map<string, unknown>()
    for (const [prefix, { numbers, last, highest }] of series) {
      const missing: string[] = []
      // Numbers taken from tickets leave gaps by the hundred and mean nothing.
      if (highest - numbers.size > MOST_MISSING) continue
      for (let number = 1; number < highest; number++)
        if (!numbers.has(number) && !known.has(`${prefix}${number}`)) missing.push(`${prefix}${number}`)
      if (missing.length === 0) continue
      yield {
        span: last.description.span,
        message: `There is no ${missing.join(', ')} before ${last.id}. If an item was dropped, mark it "won't do" with its reason instead, so that it stays counted.`,
      }
    }
  },
}

const MOST_MISSING = 9
