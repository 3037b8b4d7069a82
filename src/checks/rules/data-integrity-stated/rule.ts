/** Holds that the impact says whether data was lost or corrupted. */
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'

/** An answer under the label "Data integrity". */
const ANSWER =
  /\b(?:ok|okay|intact|unaffected|not affected|none|no|nothing|lost|loss|corrupt\w*|consistent|inconsistent|unknown|recovered|restored|preserved|complete|incomplete|missing|stale|duplicat\w*|deleted|overwritten|safe|verified|yes|n\/a|unclear|investigat\w*|truncated|\d+)\b|なし|問題な|損失|欠損|破損|不明|正常|消失|整合/i
/** Words anywhere under Impact that answer without the label. */
const ELSEWHERE =
  /\bdata (?:was |were )?(?:loss|lost|integrity|corrupt\w*|intact|deleted)|\b(?:no|lost|corrupted|missing|deleted) (?:\w+ ){0,2}(?:data|records|rows)\b|\bdata[- ]loss\b|データ(?:の)?(?:損失|欠損|破損|消失|整合)/i

/** The rule. */
export const dataIntegrityStated: Rule = {
  id: 'data-integrity-stated',
  group: 'impact',
  holds: 'The impact says whether data was lost or corrupted.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const entry = postmortem.impact.find((each) => each.key === 'data-integrity')
    if (!entry) {
      if (!sectionOf(postmortem, 'impact') && postmortem.impact.length === 0) return
      if (postmortem.impact.some((each) => ELSEWHERE.test(each.value.text))) return
      yield {
        span: headingOf(postmortem, 'impact'),
        message:
          'The impact does not say whether data was lost or corrupted. Add "- **Data integrity:**" with lost, corrupted, ok or unknown.',
      }
      return
    }
    const { text, span } = entry.value
    if (!isBlank(text) && (isUnwritten(text) || ANSWER.test(text))) return
    yield {
      span,
      message: `Data integrity says "${text}"; lost, corrupted, ok or unknown is expected, and what of it.`,
    }
  },
}
