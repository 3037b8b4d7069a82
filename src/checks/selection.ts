/** Which rules to show: one rule by its id, or a group. */
import { ok, type Result, refuse } from '../base/result.ts'
import { nearNames } from './near-names.ts'
import { OWN_RULES } from './own-rules.ts'
import { PROBLEM_RULES } from './problem-rules.ts'
import { GROUPS, type Group } from './rule.ts'
import type { RuleInfo } from './rule-info.ts'
import { RULES } from './rules.ts'

/** The ids of the rules that are shown. */
export interface Selection {
  readonly name: string
  readonly ids: ReadonlySet<string>
}

/** Every rule that can give a finding, sorted by id: those with a folder, the parser's, and the engine's own. */
export const ALL_RULES: readonly RuleInfo[] = [...RULES, ...PROBLEM_RULES, ...OWN_RULES].sort((a, b) =>
  a.id < b.id ? -1 : 1,
)

/** Reads what `--only` names, a rule or a group. Refuses `unknown-rule` with the names that are near. */
export function readSelection(name: string): Result<Selection> {
  const wanted = name.trim()
  if (GROUPS.includes(wanted as Group)) {
    return ok({ name: wanted, ids: new Set(ALL_RULES.filter((rule) => rule.group === wanted).map((rule) => rule.id)) })
  }
  if (ALL_RULES.some((rule) => rule.id === wanted)) return ok({ name: wanted, ids: new Set([wanted]) })
  const near = nearNames(wanted, [...GROUPS, ...ALL_RULES.map((rule) => rule.id)])
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Groups are ${GROUPS.join(', ')}.`
  return refuse('unknown-rule', `There is no rule or group named "${wanted}". ${hint}`)
}
