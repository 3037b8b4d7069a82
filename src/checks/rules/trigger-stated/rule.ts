/** Holds that Root cause says what set the incident off. */
import { isFiveWhys, placeIfUnstated } from '../../causes.ts'
import type { Rule } from '../../rule.ts'

const CUE =
  /\btrigger|\bset off\b|\binitiat|\bstarted when\b|\bbegan when\b|\b(?:after|when|following|during)\b[^.]{0,60}\b(?:deploy|releas|upgrad|migrat|chang|updat|restart|merg|roll|increas|spike|expir)|契機|きっかけ|直接原因|トリガー/i

/** The rule. */
export const triggerStated: Rule = {
  id: 'trigger-stated',
  group: 'cause',
  holds: 'Root cause says what set the incident off.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const span = isFiveWhys(postmortem) ? null : placeIfUnstated(postmortem, 'trigger', CUE)
    if (!span) return
    yield {
      span,
      message:
        'Root cause does not say what set the incident off. Add "- **Trigger:**" with what made it happen then and not earlier.',
    }
  },
}
