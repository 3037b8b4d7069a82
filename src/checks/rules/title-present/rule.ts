/** Holds that the postmortem has a title that says what broke. */
import { topOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'

/** Titles of every postmortem, which tell one from another in nothing. */
const SAYS_NOTHING =
  /^(?:(?:the|an?|blameless|incident|outage|production|service|report|review|post[- ]?mortem|pm|document|template|draft|障害|報告書?|ポストモーテム|インシデント|レポート)[\s:：_—–-]*)+$/iu

/** The rule. */
export const titlePresent: Rule = {
  id: 'title-present',
  group: 'structure',
  holds: 'The first heading is a title that says what broke.',
  severity: { draft: 'warning', review: 'error' },
  *check({ postmortem }) {
    const { title } = postmortem
    if (!title) {
      yield {
        span: topOf(postmortem),
        message:
          'There is no title. Begin with a heading that says what broke, such as "# Postmortem — checkout slow".',
      }
    } else if (SAYS_NOTHING.test(title.text) && !isUnwritten(title.text)) {
      yield {
        span: title.span,
        message: `The title "${title.text}" fits every postmortem. Say what broke after it.`,
      }
    }
  },
}
