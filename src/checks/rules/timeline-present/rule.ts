/** Holds that the timeline section has entries. */
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const timelinePresent: Rule = {
  id: 'timeline-present',
  group: 'timeline',
  holds: 'The timeline section has entries.',
  severity: { draft: 'warning', review: 'error' },
  *check({ postmortem }) {
    // A timeline that is not there at all is for sections-present to tell.
    if (postmortem.timeline.length > 0 || !sectionOf(postmortem, 'timeline')) return
    yield {
      span: headingOf(postmortem, 'timeline'),
      message:
        'The timeline has no entries that can be read. Write a row for each event, with its time first: "| 14:03 | Error rate alert fired |".',
    }
  },
}
