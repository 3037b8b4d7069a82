/** Holds that something is written under What went right. */
import type { Rule } from '../../rule.ts'
import { placeIfEmpty } from '../../section-words.ts'

/** The rule. */
export const wentRightPresent: Rule = {
  id: 'went-right-present',
  group: 'structure',
  holds: 'Something is written under What went right.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const span = placeIfEmpty(postmortem, 'went-right', postmortem.wentRight)
    if (span)
      yield {
        span,
        message:
          'Nothing is written about what went right. Name what helped, such as an alert, a runbook or a rehearsal, so that it is kept.',
      }
  },
}
