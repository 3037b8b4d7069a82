/** What `check --gate` finds in an opened postmortem, for the commands that a gate may stop. */
import type { Instant } from '../base/instant.ts'
import type { Refusal } from '../base/result.ts'
import { checkerOf } from '../checks/check-texts.ts'
import type { Finding, Gate } from '../checks/rule.ts'
import type { Settings } from './config/settings.ts'
import { CliFailure } from './failure.ts'
import type { OpenPostmortem } from './postmortem-files.ts'

/** The findings at a gate, with the rules as the settings have them. */
export function gateFindings(opened: OpenPostmortem, settings: Settings, gate: Gate, now: Instant): Finding[] {
  const check = checkerOf({
    gate,
    only: null,
    policy: settings.policy,
    severities: settings.checks.rules,
    targets: settings.publication.targets,
    now,
  })
  return check({
    source: opened.source,
    record: opened.recordText || null,
    evidence: opened.evidenceText || null,
  })
}

/** A refusal as a failure; where a gate refused, with the command that shows every finding. */
export function refusedAt(gate: Gate, file: string, refusal: Refusal): CliFailure {
  const more = refusal.code === 'gate-closed' ? ` \`nevertwice check ${file} --gate ${gate}\` shows all.` : ''
  return new CliFailure('refused', refusal.message + more, { file, ...refusal.where })
}
