/** Holds that something is written under What went wrong. */
import type { Rule } from '../../rule.ts'
import { placeIfEmpty } from '../../section-words.ts'

/** The rule. */
export const wentWrongPresent: Rule = {
  id: 'went-wrong-present',
  group: 'structure',
  holds: 'Something is written under What went wrong.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const span = placeIfEmpty(postmortem, 'went-wrong', postmortem.wentWrong)
    if (span)
      yield {
        span,
        message:
          'Nothing is written about what went wrong. Name the gaps: a runbook without a step, an alert that was routed wrong, a broken panel.',
      }
  },
}
