/** Holds that at least one contributing factor is named. */
import { isFiveWhys, placeIfUnstated } from '../../causes.ts'
import type { Rule } from '../../rule.ts'

const CUE =
  /\bcontribut|\bfactors?\b|\baggravat|\bmade (?:it|this|things|matters) worse\b|\bcompounded\b|\bin addition\b|\badditionally\b|\bfurthermore\b|\balso\b|要因|加えて|さらに/i

/** The rule. */
export const contributingFactorStated: Rule = {
  id: 'contributing-factor-stated',
  group: 'cause',
  holds: 'At least one contributing factor is named.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const span = isFiveWhys(postmortem) ? null : placeIfUnstated(postmortem, 'contributing-factor', CUE)
    if (!span) return
    yield {
      span,
      message:
        'No contributing factor is named. Add "- **Contributing factor 1:**", such as an alert that did not fire or a runbook step that was wrong; incidents seldom have one cause.',
    }
  },
}
