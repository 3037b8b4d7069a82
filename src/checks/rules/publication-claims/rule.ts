/** Holds that nothing under Publication is ticked without a receipt. */
import { publicationClaims as claimsOf } from '../../../publication/claims.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const publicationClaims: Rule = {
  id: 'publication-claims',
  group: 'publication',
  holds: 'Nothing under Publication is ticked without its receipt in the record.',
  severity: { draft: 'warning', publish: 'error' },
  *check({ postmortem, record }) {
    if (!postmortem.publication.some((entry) => entry.ticked)) return
    // Every place that an entry names counts: which ones a team uses is not for the text to say.
    for (const { span, message } of claimsOf(postmortem, record ?? [], [])) yield { span, message }
  },
}
