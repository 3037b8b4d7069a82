/** Holds that the timeline says when the cause was identified. */
import type { Rule } from '../../rule.ts'
import { placeIfUntold } from '../../timeline-rows.ts'

/** Words of finding out, for entries whose kind is another. */
const CUE =
  /\b(?:causes?|caused|culprit|identif(?:y|ied)|due to|because|found|discover\w*|determin\w*|turn(?:s|ed) out|reali[sz]\w*|traced|pinpoint\w*|diagnos\w*)\b|原因|真因|根因|特定|判明/i

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
