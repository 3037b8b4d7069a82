/** Holds that the severity is one that the policy knows. */
import { headingOf, metadataOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'

/** The rule. */
export const severityKnown: Rule = {
  id: 'severity-known',
  group: 'metadata',
  holds: 'The severity is P0 to P3, or a word that means one of them.',
  severity: { draft: 'warning', review: 'error' },
  *check({ postmortem, policy }) {
    const entry = metadataOf(postmortem, 'severity')
    if (!entry || isBlank(entry.value.text)) {
      yield {
        span: entry?.labelSpan ?? headingOf(postmortem, 'metadata'),
        message: 'There is no severity. Add "- **Severity:** P1" (P0 to P3); deadlines and signatures follow from it.',
      }
      return
    }
    const { text, span } = entry.value
    if (isUnwritten(text) || postmortem.metadata.severity?.value) return
    if (policy.severityWords[text.trim().toLowerCase()]) return
    yield {
      span,
      message: `The severity "${text}" is not known. Write P0 to P3 (or SEV1 to SEV4), or add the word to severityWords in the settings.`,
    }
  },
}
