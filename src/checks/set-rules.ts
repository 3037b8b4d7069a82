/** The rules with the severities that a team has set. */
import { type Finding, GATES, type Gate, type Rule, type Severity } from './rule.ts'
import { RULES } from './rules.ts'

/** A rule's severity as a team sets it: at every gate, or at some. */
export type RuleSeverity = Severity | 'off' | Readonly<Partial<Record<Gate, Severity | 'off'>>>

/** What a team has set, by the ids of rules. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>

/** The rules to run. */
export function rulesAsSet(severities: RuleSeverities): readonly Rule[] {
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
  { gate, severities }: { readonly gate: Gate; readonly severities: RuleSeverities },
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

function severityAt(set: RuleSeverity, gate: Gate): Severity | 'off' | undefined {
  if (typeof set === 'string') return set
  let severity: Severity | 'off' | undefined
  for (const each of GATES) {
    severity = set[each] ?? severity
    if (each === gate) break
  }
  return severity
}
