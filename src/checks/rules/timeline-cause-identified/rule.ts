/** Holds that the timeline says when the cause was identified. */
import type { Rule } from '../../rule.ts'
import { placeIfUntold } from '../../timeline-rows.ts'

const CUE = /\b(?:root )?causes?\b|\bculprit\b|\bidentif(?:y|ied)\b|\bdue to\b|\bbecause\b|原因/i

/** The rule. */
export const timelineCauseIdentified: Rule = {
  id: 'timeline-cause-identified',
  group: 'timeline',
  holds: 'The timeline says when the cause was identified.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const span = placeIfUntold(postmortem, ['cause-identified'], CUE)
    if (!span) return
    yield {
      span,
      message:
        'No entry says when the cause was identified. Add it, also where it was found days later; it shows how long people worked without knowing.',
    }
  },
}
