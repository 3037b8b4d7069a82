/** Holds that the draft, timeline and summary, is there two days after the all-clear. */
import { formatInstant } from '../../../base/instant.ts'
import { deadlinesOf } from '../../deadlines.ts'
import { draftMissing } from '../../draft-missing.ts'
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const draftInTime: Rule = {
  id: 'draft-in-time',
  group: 'publication',
  holds: 'Timeline and summary are written when the draft is due.',
  severity: { draft: 'warning' },
  *check(context) {
    const { postmortem, policy, now } = context
    if (now === null) return
    const missing = draftMissing(postmortem)
    if (missing.length === 0) return
    const deadlines = deadlinesOf(context)
    if (!deadlines || now <= deadlines.draft) return
    yield {
      span: headingOf(postmortem, 'summary', 'timeline'),
      message: `The draft was due ${formatInstant(deadlines.draft)}, ${policy.draftHours} hours after ${deadlines.from}, and lacks ${missing.join(' and ')}. Write it now; it is late already.`,
    }
  },
}
