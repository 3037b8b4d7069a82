/** Holds that the impact links the status-page entry, or says that there was none. */
import { linksIn } from '../../../document/links.ts'
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'

const NONE =
  /\b(?:no(?:ne|t (?:updated|posted|used|needed|required|applicable|public))?|n\/a|never|without|internal only|was not|no entry)\b|なし|未掲載|掲載せず|不要/i

/** The rule. */
export const statusPageLinked: Rule = {
  id: 'status-page-linked',
  group: 'impact',
  holds: 'The impact links the status-page entry, or says that there was none.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const entry = postmortem.impact.find((each) => each.key === 'status-page')
    if (!entry) {
      const impact = sectionOf(postmortem, 'impact')
      if (!impact || hasLinkElsewhere(postmortem.source)) return
      yield {
        span: headingOf(postmortem, 'impact'),
        message:
          'The impact does not name the status page. Add "- **Status page:**" with the link to the entry, or "none" and why.',
      }
      return
    }
    const { text, span } = entry.value
    if (isUnwritten(text) && !isBlank(text)) return
    if (NONE.test(text) || linksIn(postmortem.source.slice(span.from, span.to)).length > 0) return
    yield {
      span: isBlank(text) ? headingOf(postmortem, 'impact') : span,
      message: `The status page is named without a link. Link the entry, or write "none" and why.`,
    }
  },
}

/** A link to a status page in another section, such as Customer communication. */
function hasLinkElsewhere(source: string): boolean {
  return /https?:\/\/(?:www\.)?status(?:page)?\.|https?:\/\/[^\s/)]{1,200}\.statuspage\.io/.test(source)
}
