/** One rule for each kind of problem that the parser reports. */
import type { RuleInfo } from './rule-info.ts'

/** Sorted by id; the id is the code of the problem. */
export const PROBLEM_RULES: readonly RuleInfo[] = [
  {
    id: 'too-deep',
    group: 'structure',
    holds: 'Nothing is nested deeper than the format reads.',
    severity: { draft: 'warning' },
  },
  {
    id: 'too-wide',
    group: 'structure',
    holds: 'No table has more columns than the format reads.',
    severity: { draft: 'warning' },
  },
]

/** Problems that a rule with a folder tells, once and in its own words (`timeline-times-known`). */
export const TOLD_BY_RULES: ReadonlySet<string> = new Set([
  'clock-fold',
  'clock-gap',
  'impossible-time',
  'no-day',
  'no-start',
])
