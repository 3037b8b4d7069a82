/** When draft and publication of this postmortem are due. */

import type { Instant } from '../base/instant.ts'
import { deadlineStart, deadlinesFrom } from '../timeline/deadlines.ts'
import type { CheckContext } from './rule.ts'
import { milestonesIn } from './timeline-rows.ts'

/** The two deadlines, and what they count from. */
export interface Deadlines {
  readonly draft: Instant
  readonly publication: Instant
  /** `the all-clear`, `the end of the impact`: as words. */
  readonly from: string
}

const WORDS = { 'all-clear': 'the all-clear', 'impact-ended': 'the end of the impact', source: 'the end' }

/** Null where the policy requires no postmortem for its severity, or where nothing says when the incident ended. */
export function deadlinesOf({ postmortem, policy }: CheckContext): Deadlines | null {
  const severity = postmortem.metadata.severity?.value ?? null
  if (severity === null || policy.required[severity] !== 'required') return null
  const milestones = milestonesIn(postmortem)
  const start = deadlineStart({
    allClear: milestones['all-clear'].at,
    impactEnded: milestones['impact-ended'].at,
    resolvedInSource: postmortem.metadata.endedAt?.value ?? null,
  })
  return start && { ...deadlinesFrom(start.at, policy), from: WORDS[start.from] }
}
