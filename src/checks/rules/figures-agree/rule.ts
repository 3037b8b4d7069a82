/** Holds that figures and times in Summary, Impact and Root cause agree with timeline and evidence. */
import type { Rule } from '../../rule.ts'
import { proseOf } from '../../words/prose.ts'
import { checkCounts } from './check-counts.ts'
import { checkDurations } from './check-durations.ts'
import { checkTimes } from './check-times.ts'
import { statementsOf } from './statements.ts'

/** The rule. */
export const figuresAgree: Rule = {
  id: 'figures-agree',
  group: 'impact',
  holds: 'Figures and times in Summary, Impact and Root cause agree with timeline and evidence.',
  severity: { draft: 'warning', publish: 'error' },
  *check(context) {
    const statements = statementsOf(context.postmortem, proseOf(context.postmortem))
    if (statements.length === 0) return
    yield* checkTimes(context, statements)
    yield* checkDurations(context, statements)
    yield* checkCounts(context, statements)
  },
}
