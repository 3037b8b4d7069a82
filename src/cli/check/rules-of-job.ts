/** The rules with the severities that a team has set. */
import type { Finding, Rule, Severity } from '../../checks/rule.ts'
import { GATES } from '../../checks/rule.ts'
import { RULES } from '../../checks/rules.ts'
import type { RuleSeverity } from '../config/settings.ts'
import type { CheckJob } from './check-job.ts'

/** The rules to run for a job. */
export function rulesOfJob({ severities }: Pick<CheckJob, 'severities'>): readonly Rule[] {
  if (Object.keys(severities).length === 0) return RULES
  return RULES.map((rule) => (Object.hasOwn(severities, rule.id) ? withSeverity(rule, severities[rule.id]!) : rule))
}

/** A rule as set: where one severity is set for every gate, it also stands over the one that a finding brings along. */
function withSeverity(rule: Rule, severity: RuleSeverity): Rule {
  if (typeof severity !== 'string') return { ...rule, severity: { ...rule.severity, ...severity } }
  return {
    ...rule,
    severity: { draft: severity },
    *check(context) {
      for (const { severity: _, ...finding } of rule.check(context)) yield finding
    },
  }
}

/** Findings of rules without a folder (the parser's and the engine's own) as set; those that are off fall away. */
export function asSet(
  findings: readonly Finding[],
  { gate, severities }: Pick<CheckJob, 'gate' | 'severities'>,
): Finding[] {
  if (Object.keys(severities).length === 0) return [...findings]
  return findings.flatMap((finding) => {
    const set = Object.hasOwn(severities, finding.rule) ? severityAt(severities[finding.rule]!, gate) : undefined
    if (set === 'off') return []
    return set === undefined || RULES.some((rule) => rule.id === finding.rule)
      ? [finding]
      : [{ ...finding, severity: set }]
  })
}

function severityAt(set: RuleSeverity, gate: CheckJob['gate']): Severity | 'off' | undefined {
  if (typeof set === 'string') return set
  let severity: Severity | 'off' | undefined
  for (const each of GATES) {
    severity = set[each] ?? severity
    if (each === gate) break
  }
  return severity
}
