/** One rule for each kind of problem that the parser reports. */
import type { RuleInfo } from './rule-info.ts'

/** Sorted by id; the id is the code of the problem. */
export const PROBLEM_RULES: readonly RuleInfo[] = []
