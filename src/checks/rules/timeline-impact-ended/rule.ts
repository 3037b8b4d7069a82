/** Holds that the timeline says when the impact ended. */
import type { Rule } from '../../rule.ts'
import { placeIfUntold } from '../../timeline-rows.ts'

/** Words of an end, for entries whose kind is another. */
const CUE =
  /\b(?:resolved|restored|recovered|repaired|solved|back to normal|back (?:up|online|in operation)|back operation|functional again|permanently fixed)\b|復旧|解消|収束|正常化/i

/** The rule. */
export const timelineImpactEnded: Rule = {
  id: 'timeline-impact-ended',
  group: 'timeline',
  holds: 'The timeline says when the impact on customers ended.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const span = placeIfUntold(postmortem, ['impact-ended', 'all-clear'], CUE)
    if (!span) return
    yield {
      span,
      message:
        'No entry says when the impact ended. Add when customers could work again, apart from when the last clean-up was done; the time to mitigate is measured to it.',
    }
  },
}
