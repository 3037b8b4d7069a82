/** Holds that times and spans of time are told in figures. */
import type { SectionKind } from '../../../document/section-kind.ts'
import type { Rule } from '../../rule.ts'
import { maskQuotations, proseOf } from '../../words/prose.ts'

/** Where figures are expected. */
const SECTIONS: ReadonlySet<SectionKind> = new Set(['summary', 'impact', 'timeline', 'resolution'])
/** A cheap first look: without one of these words nothing can be found. */
const MAY_HOLD =
  /while|some time|period|ages|for a |after a |few |couple|several|shortly|soon|briefly|eventually|しば|まも|数/i
const VAGUE =
  /\b(?:(?:for|after|within|in) (?:a (?:short |long |little |brief )?(?:while|time|period|bit)|some time|quite some time|ages)|a (?:little |short |long )?while (?:later|ago)|some time (?:later|after|ago)|a (?:few|couple(?: of)?) (?:seconds|minutes|hours|days|weeks)|several (?:seconds|minutes|hours|days|weeks)|(?:briefly|shortly|soon) (?:after(?:wards)?|before|thereafter)|eventually|as soon as possible)\b|しばらく|まもなく|数(?:秒|分|時間|日)(?:間|後|ほど)/gi

/** The rule. */
export const noVagueTimes: Rule = {
  id: 'no-vague-times',
  group: 'clarity',
  holds: 'Times and spans of time are told in figures.',
  severity: { draft: 'info' },
  *check({ postmortem }) {
    for (const run of proseOf(postmortem)) {
      if (run.where === 'quote' || !SECTIONS.has(postmortem.sections[run.section]!.kind)) continue
      if (!MAY_HOLD.test(run.text)) continue
      const text = maskQuotations(run.text)
      for (const match of text.matchAll(VAGUE)) {
        yield {
          span: { from: run.from + match.index, to: run.from + match.index + match[0].length },
          message: `"${match[0]}" can be seconds or days. Give the figure, or the time by the clock; "about 10 minutes" will do.`,
        }
      }
    }
  },
}
