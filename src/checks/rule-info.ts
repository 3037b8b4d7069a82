/** What can be said of a rule without running it: name, group, what it holds, severity. */
import type { Gate, Rule, Severity } from './rule.ts'
import { GATES } from './rule.ts'

/** A rule without its check; the engine's own rules have no more than this. */
export type RuleInfo = Omit<Rule, 'check'>

/** The severity of a rule at a gate: a gate that the rule does not name inherits from the gate before it. */
export function severityAt(rule: RuleInfo, gate: Gate): Severity | 'off' {
  let severity: Severity | 'off' = rule.severity.draft
  for (const each of GATES) {
    severity = rule.severity[each] ?? severity
    if (each === gate) break
  }
  return severity
}
