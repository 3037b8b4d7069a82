/** Holds that the page was acknowledged in the time that the policy gives, or that the document speaks of the delay. */
import type { Rule } from '../../rule.ts'
import { targetMissed } from '../../target-missed.ts'
import { milestonesIn, rowOf } from '../../timeline-rows.ts'

const SPOKEN_OF = /\backnowledg|\bpag(?:e|ed|ing|er)\b|\bescalat|\bon-?call\b|\brotation\b|オンコール|通知|呼び出し/i

/** The rule. */
export const acknowledgedInTime: Rule = {
  id: 'acknowledged-in-time',
  group: 'timeline',
  holds: 'The page was acknowledged in the time of the policy, or the document says why not.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem, policy }) {
    if (!postmortem.metadata.severity) return
    const { paged, acknowledged } = milestonesIn(postmortem)
    const missed = targetMissed(postmortem, policy.acknowledgeMinutes, paged.at, acknowledged.at, SPOKEN_OF)
    const row = rowOf(postmortem, 'acknowledged')
    if (!missed || !row) return
    yield {
      span: row.timeSpan ?? row.textSpan,
      message: `The page was acknowledged after ${missed.took}; the target for ${missed.severity} is ${missed.target}. Say under What went wrong what held it up, and name an action item for it.`,
    }
  },
}
