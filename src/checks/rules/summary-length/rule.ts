/** Holds that the summary has two to four sentences (a setting). */
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'
import { summarySentences } from '../../words/summary-text.ts'

/** The rule. */
export const summaryLength: Rule = {
  id: 'summary-length',
  group: 'summary',
  holds: 'The summary has two to four sentences.',
  severity: { draft: 'warning' },
  *check({ postmortem, policy }) {
    const { summary } = postmortem
    const { min, max } = policy.summarySentences
    if (!summary || summary.text === '') {
      // A summary that is not there at all is for sections-present to tell.
      if (!sectionOf(postmortem, 'summary')) return
      yield {
        span: headingOf(postmortem, 'summary'),
        message: `The summary is empty. Say in ${min} to ${max} sentences what happened, who was affected, why, and what we did.`,
      }
      return
    }
    if (isUnwritten(summary.text)) return
    const count = summarySentences(postmortem).length
    if (count >= min && count <= max) return
    yield {
      span: summary.span,
      message:
        `The summary has ${count} ${count === 1 ? 'sentence' : 'sentences'}; ${min} to ${max} are expected. ` +
        (count > max
          ? 'Move detail to the sections below.'
          : 'Say what happened, who was affected, why, and what we did.'),
    }
  },
}
