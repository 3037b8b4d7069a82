/** Holds that nothing under Publication is ticked without a receipt. */
import { publicationClaims as claimsOf } from '../../../publication/claims.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const publicationClaims: Rule = {
  id: 'publication-claims',
  group: 'publication',
  holds: 'Nothing under Publication is ticked without its receipt in the record.',
  severity: { draft: 'warning', publish: 'error' },
  *check({ postmortem, record, targets = [] }) {
    if (!postmortem.publication.some((entry) => entry.ticked)) return
    for (const { span, message } of claimsOf(postmortem, record ?? [], targets)) yield { span, message }
  },
}
