/** The rules that the engine itself keeps: how ignores are written, and what the parser could not read. */
import type { RuleInfo } from './rule-info.ts'

/** An ignore without a reason covers nothing. */
export const IGNORE_NEEDS_REASON: RuleInfo = {
  id: 'ignore-needs-reason',
  group: 'structure',
  holds: 'Every nevertwice-ignore comment gives its reason after a colon.',
  severity: { draft: 'warning', review: 'error' },
}

/** An ignore of a rule that does not exist covers nothing. */
export const IGNORE_KNOWN_RULE: RuleInfo = {
  id: 'ignore-known-rule',
  group: 'structure',
  holds: 'Every nevertwice-ignore comment names rules that exist.',
  severity: { draft: 'warning', review: 'error' },
}

/** An ignore that covers no finding any more can go. */
export const IGNORE_UNUSED: RuleInfo = {
  id: 'ignore-unused',
  group: 'structure',
  holds: 'Every nevertwice-ignore comment covers at least one finding.',
  severity: { draft: 'info' },
}

/** What the parser noticed and no rule of its own names. */
export const NOT_UNDERSTOOD: RuleInfo = {
  id: 'not-understood',
  group: 'structure',
  holds: 'The text can be read as a postmortem.',
  severity: { draft: 'warning' },
}

/** All of them, sorted by id. */
export const OWN_RULES: readonly RuleInfo[] = [IGNORE_KNOWN_RULE, IGNORE_NEEDS_REASON, IGNORE_UNUSED, NOT_UNDERSTOOD]
