/** Holds that the impact ended in the time that the policy gives, or that the document speaks of the delay. */
import type { Rule } from '../../rule.ts'
import { targetMissed } from '../../target-missed.ts'
import { milestonesIn, rowOf } from '../../timeline-rows.ts'

const SPOKEN_OF =
  /\bmitigat|\broll(?:ed|ing)?[ -]?back|\btook\b|\bslow|\bdelay|\blate\b|\blong(?:er)?\b|\btime to\b|\bminutes\b|\bhours\b|遅|時間/i

/** The rule. */
export const mitigatedInTime: Rule = {
  id: 'mitigated-in-time',
  group: 'timeline',
  holds: 'The impact ended in the time of the policy, or the document says why not.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem, policy }) {
    if (!postmortem.metadata.severity) return
    const { paged, 'impact-ended': ended } = milestonesIn(postmortem)
    const missed = targetMissed(postmortem, policy.mitigateMinutes, paged.at, ended.at, SPOKEN_OF)
    const row = rowOf(postmortem, 'impact-ended')
    if (!missed || !row) return
    yield {
      span: row.timeSpan ?? row.textSpan,
      message: `The impact ended ${missed.took} after the page; the target for ${missed.severity} is ${missed.target}. Say under What went wrong what took the time, and name an action item for it.`,
    }
  },
}
