/** What `check --gate` finds in an opened postmortem, for the commands that a gate may stop. */
import type { Instant } from '../base/instant.ts'
import type { Finding, Gate } from '../checks/rule.ts'
import { checkerOf } from './check/check-source.ts'
import type { Settings } from './config/settings.ts'
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
