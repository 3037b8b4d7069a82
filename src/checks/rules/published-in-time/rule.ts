/** Holds that the postmortem is published within the business days of the policy. */
import { formatInstant } from '../../../base/instant.ts'
import { ALL_HANDS } from '../../../publication/all-hands.ts'
import { deadlinesOf } from '../../deadlines.ts'
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const publishedInTime: Rule = {
  id: 'published-in-time',
  group: 'publication',
  holds: 'The postmortem is published within the business days of the policy.',
  severity: { draft: 'warning' },
  *check(context) {
    const { postmortem, policy, record, now } = context
    // Without a record nothing tells whether it was published.
    if (now === null || record === null) return
    const published = record.some((entry) => entry.verb === 'receipt' && !LATER.has(entry.data.target))
    const waived = record.some((entry) => entry.verb === 'waived')
    if (published || waived) return
    const deadlines = deadlinesOf(context)
    if (!deadlines || now <= deadlines.publication) return
    yield {
      span: headingOf(postmortem, 'publication'),
      message: `The postmortem was due to be published by ${formatInstant(deadlines.publication)}, ${policy.publishBusinessDays} business days after ${deadlines.from}. Publish it, or have it waived with a reason.`,
    }
  },
}

/** Receipts that come after publication. */
const LATER: ReadonlySet<string> = new Set([ALL_HANDS, 'board'])
