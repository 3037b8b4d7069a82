/** Holds that the section of lessons holds some. */
import type { Rule } from '../../rule.ts'
import { placeIfEmpty } from '../../section-words.ts'

/** The rule. */
export const lessonsPresent: Rule = {
  id: 'lessons-present',
  group: 'structure',
  holds: 'The section of lessons holds at least one.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const span = placeIfEmpty(postmortem, 'lessons', postmortem.lessons)
    if (span)
      yield {
        span,
        message: 'There are no lessons. Write what we know now and did not know before; one sentence each will do.',
      }
  },
}
