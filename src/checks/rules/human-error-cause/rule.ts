/** Holds that human error is not given as a cause. */
import type { Rule } from '../../rule.ts'
import { maskQuotations, proseOf } from '../../words/prose.ts'
import { HUMAN_ERROR, MAY_HOLD } from './human-error.ts'

const DENIED =
  /\b(?:not|no|never|rather than|instead of|without|beyond|avoid\w*|isn['’]t|wasn['’]t|prevent\w*|against|guard\w*|resilient to|tolera\w*|blam\w+|call(?:ed|ing)? it)\b[^.!?。]{0,40}$/i
const DENIED_AFTER =
  /^[^.!?。]{0,20}\b(?:is|was) (?:not|never)\b|^(?:で|では|と)は?(?:な|言わ|しな)|^\s*(?:stor(?:y|ies)|narrative)\b/i

/** The rule. */
export const humanErrorCause: Rule = {
  id: 'human-error-cause',
  group: 'blameless',
  holds: 'Human error is not given as a cause.',
  severity: { draft: 'warning', sign: 'error' },
  *check({ postmortem }) {
    for (const run of proseOf(postmortem)) {
      if (run.where === 'quote' || !MAY_HOLD.test(run.text)) continue
      const text = maskQuotations(run.text)
      for (const { words, ask } of HUMAN_ERROR) {
        for (const match of text.matchAll(words)) {
          const from = match.index
          const to = from + match[0].length
          if (DENIED.test(text.slice(Math.max(0, from - 60), from)) || DENIED_AFTER.test(text.slice(to, to + 40)))
            continue
          yield {
            span: { from: run.from + from, to: run.from + to },
            message: `"${match[0]}" ends the search where it should begin. ${ask}`,
          }
        }
      }
    }
  },
}
