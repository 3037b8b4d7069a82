/** Holds that Root cause says what was wrong all along. */
import { isFiveWhys, placeIfUnstated } from '../../causes.ts'
import type { Rule } from '../../rule.ts'

const CUE =
  /\blatent\b|\bunderlying\b|\balready (?:there|present|existed|in place)\b|\bpre-?existing\b|\bsince\b|\bhad been\b|\bhas been\b|\bnever\b|\bno (?:limit|check|validation|alert|test|guard|mechanism|monitoring)|\b(?:was|were|is|are) (?:not|missing|hard-?coded|unset|misconfigured)\b|\bdid(?: not|n['’]t)\b|\bdoes(?: not|n['’]t)\b|\black(?:s|ed|ing)?\b|\bmissing\b|\bbug\b|潜在|根本原因|なかった|ない|欠落|不在|漏れ/i

/** The rule. */
export const latentConditionStated: Rule = {
  id: 'latent-condition-stated',
  group: 'cause',
  holds: 'Root cause says which condition was there all along.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const span = isFiveWhys(postmortem) ? null : placeIfUnstated(postmortem, 'latent-condition', CUE)
    if (!span) return
    yield {
      span,
      message:
        'Root cause does not say what was wrong all along. Add "- **Latent condition:**" with the bug or gap that the trigger only brought to light.',
    }
  },
}
