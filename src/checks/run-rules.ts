/** Runs the rules over one postmortem: severities of the gate, ignores, and findings in the order of the text. */
import { type Ignore, ignoreFindings, readIgnores } from './ignores.ts'
import { IGNORE_UNUSED, NOT_UNDERSTOOD } from './own-rules.ts'
import { PROBLEM_RULES, TOLD_BY_RULES } from './problem-rules.ts'
import type { CheckContext, Finding, Gate, Rule, RuleFinding } from './rule.ts'
import { type RuleInfo, severityAt } from './rule-info.ts'
import { RULES } from './rules.ts'
import { ALL_RULES, type Selection } from './selection.ts'

/** Which gate is asked for, and what to show. */
export interface CheckOptions {
  readonly gate: Gate
  /** Shows nothing but these rules. */
  readonly only?: Selection
  /** The rules to run; by default all. */
  readonly rules?: readonly Rule[]
}

/**
 * All findings of a postmortem at a gate, sorted by where they begin. Never throws: a rule that does gives one
 * finding that names it, and the others run.
 */
export function checkPostmortem(context: CheckContext, options: CheckOptions): Finding[] {
  const { gate, only, rules = RULES } = options
  const found: Finding[] = []
  // Whether an ignore is used can be told only when every rule has run.
  const all = !only || only.ids.has(IGNORE_UNUSED.id)
  for (const rule of rules) {
    if (all || only.ids.has(rule.id)) runRule(rule, context, gate, found)
  }
  for (const problem of context.postmortem.problems) {
    if (TOLD_BY_RULES.has(problem.code)) continue
    const rule = PROBLEM_RULES.find((each) => each.id === problem.code) ?? NOT_UNDERSTOOD
    add(found, rule, gate, { span: problem.span, message: problem.message })
  }
  const ignores = readIgnores(context.postmortem)
  const rest = ignores.length > 0 ? withIgnores(ignores, found, rules, gate) : found
  const shown = only ? rest.filter((finding) => only.ids.has(finding.rule)) : rest
  return shown.sort(byPlace)
}

function runRule(rule: Rule, context: CheckContext, gate: Gate, found: Finding[]): void {
  const severity = severityAt(rule, gate)
  if (severity === 'off') return
  try {
    for (const finding of rule.check(context)) add(found, rule, gate, finding)
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    found.push({
      rule: rule.id,
      group: rule.group,
      severity: severity === 'info' ? 'warning' : severity,
      span: { from: 0, to: 0 },
      message: `The rule ${rule.id} failed on this document (${why}), so what it holds is not known. The other rules ran. Please report it.`,
    })
  }
}

function add(found: Finding[], rule: RuleInfo, gate: Gate, finding: RuleFinding): void {
  const severity = severityAt(rule, gate)
  if (severity === 'off') return
  const { span, message, fix } = finding
  const whole = { rule: rule.id, group: rule.group, severity: finding.severity ?? severity, span, message }
  found.push(fix ? { ...whole, fix } : whole)
}

function withIgnores(ignores: readonly Ignore[], found: Finding[], rules: readonly Rule[], gate: Gate): Finding[] {
  const known = new Set([...ALL_RULES, ...rules].map((rule) => rule.id))
  const { rest, about } = ignoreFindings(ignores, found, known)
  for (const { rule, finding } of about) add(rest, rule, gate, finding)
  return rest
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.from - b.span.from || a.span.to - b.span.to || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
