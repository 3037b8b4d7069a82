/** Checks one text with what lies beside it. */
import type { Instant } from '../base/instant.ts'
import { parsePostmortem } from '../document/parse.ts'
import { parseEvidence } from '../evidence/evidence-file.ts'
import { readRecord } from '../record/read-record.ts'
import type { Policy } from './policy.ts'
import type { Finding, Gate, Rule } from './rule.ts'
import { checkPostmortem } from './run-rules.ts'
import { asSet, type RuleSeverities, rulesAsSet } from './set-rules.ts'

/** The texts of a document; null for what does not lie beside it. */
export interface Texts {
  readonly source: string
  readonly record: string | null
  readonly evidence: string | null
}

/** What decides which findings a text has. */
export interface HowToCheck {
  readonly gate: Gate
  /** Ids of the rules to show; null for all. */
  readonly only: readonly string[] | null
  readonly policy: Policy
  readonly severities: RuleSeverities
  /** The places where this team publishes. */
  readonly targets: readonly string[]
  readonly now: Instant
}

/** What a check found, and whether any rule looked at the clock. */
export interface Checked {
  readonly findings: Finding[]
  readonly timely: boolean
}

/** Makes the function that checks texts; what all have in common is worked out once. */
export function checkerOf(job: HowToCheck): (texts: Texts) => Finding[] {
  const check = timedCheckerOf(job)
  return (texts) => check(texts).findings
}

/** As `checkerOf`, and tells whether the clock mattered. */
export function timedCheckerOf(job: HowToCheck): (texts: Texts) => Checked {
  const rules: readonly Rule[] = rulesAsSet(job.severities)
  const only = job.only === null ? undefined : { name: 'only', ids: new Set(job.only) }
  return ({ source, record, evidence }) => {
    let timely = false
    const context = {
      postmortem: parsePostmortem(source, { severityWords: job.policy.severityWords }),
      record: record === null ? null : readRecord(record).entries,
      evidence: evidence === null ? null : factsOf(evidence),
      policy: job.policy,
      targets: job.targets,
      get now() {
        timely = true
        return job.now
      },
    }
    const found = checkPostmortem(context, { gate: job.gate, rules, ...(only ? { only } : {}) })
    return { findings: asSet(found, job), timely }
  }
}

/** The facts that a person has not dropped. */
function factsOf(text: string) {
  return parseEvidence(text).lines.flatMap(({ state, fact }) => (state === 'dropped' ? [] : [fact]))
}
