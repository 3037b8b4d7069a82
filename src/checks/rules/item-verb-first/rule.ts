/** Holds that each action item begins with a verb. */
import { isClosedInText, writtenItems } from '../../items.ts'
import type { Rule } from '../../rule.ts'
import { taskBeginning } from '../../words/imperative.ts'

/** The rule. */
export const itemVerbFirst: Rule = {
  id: 'item-verb-first',
  group: 'actions',
  holds: 'Each action item begins with a verb that says what to do.',
  severity: { draft: 'info' },
  *check({ postmortem }) {
    for (const item of writtenItems(postmortem)) {
      // What is done may be told as done.
      if (isClosedInText(item)) continue
      const { text, span } = item.description
      const { kind, word } = taskBeginning(text)
      if (kind !== 'other') continue
      yield {
        span,
        message: `${item.id} begins with "${word}". Begin with what is to be done: add, remove, change, write, test.`,
      }
    }
  },
}
