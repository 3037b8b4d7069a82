/** Holds that no cause is called the only one. */
import type { Rule } from '../../rule.ts'
import { maskQuotations, proseOf } from '../../words/prose.ts'

/** A cheap first look: without one of these words nothing can be found. */
const MAY_HOLD = /sole|only|single|lone|entirely|purely|exclusively|唯一|原因/i
const SOLE =
  /\b(?:sole|only|single|one and only|lone)(?: (?:root|real|actual|true))? (?:cause|reason)s?\b|\b(?:solely|purely|entirely|exclusively|(?:was|were|is|are) only) (?:caused by|due to|because of)\b|唯一の(?:原因|理由)|(?:だけ|のみ)が原因/gi
const DENIED = /(?:\b(?:not|no|never|rarely|seldom|hardly)|n['’]t)\b[^.]{0,24}$/i

/** The rule. */
export const noSoleCause: Rule = {
  id: 'no-sole-cause',
  group: 'clarity',
  holds: 'No cause is called the only one.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    for (const run of proseOf(postmortem)) {
      if (run.where === 'quote' || !MAY_HOLD.test(run.text)) continue
      const text = maskQuotations(run.text)
      for (const match of text.matchAll(SOLE)) {
        if (DENIED.test(text.slice(Math.max(0, match.index - 40), match.index))) continue
        yield {
          span: { from: run.from + match.index, to: run.from + match.index + match[0].length },
          message: `"${match[0]}" closes the search. Say "a cause", and name what else had to be true: why it spread, why it was not seen, why it took long to mend.`,
        }
      }
    }
  },
}
