/** Holds that the impact on customers is told in figures with units. */
import type { ImpactEntry, Postmortem } from '../../../document/model.ts'
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'
import { quantitiesIn } from '../../words/quantities.ts'

const NO_IMPACT =
  /\b(?:no(?:ne| (?:direct |external |visible )?(?:impact|effect|customers?|users?|tenants?))|not affected|unaffected|nobody|no one|zero|n\/a|not applicable|unknown|cannot be (?:known|measured))\b|影響なし|影響はな|なし|不明/i
const EVERYONE =
  /\b(?:all|every|100 ?%|entire|no) (?:of )?(?:the |our )?(?:customers?|users?|tenants?|requests?|orders?|traffic|services?|regions?)\b|全(?:て|員|ユーザ|顧客|リクエスト)/i
const VAGUE =
  /\b(?:some|many|several|few|numerous|a number of|most|various|multiple|partial(?:ly)?|significant(?:ly)?|minimal|limited|intermittent(?:ly)?|occasional(?:ly)?)\b|一部|多く|複数|多数/i

/** The rule. */
export const impactConcrete: Rule = {
  id: 'impact-concrete',
  group: 'impact',
  holds: 'The impact on customers is told in figures with units.',
  severity: { draft: 'warning' },
  *check({ postmortem }) {
    if (!sectionOf(postmortem, 'impact') && postmortem.impact.length === 0) return
    const customer = postmortem.impact.filter((entry) => entry.key === 'customer' && !isBlank(entry.value.text))
    if (postmortem.impact.some((entry) => isUnwritten(entry.value.text) && !isBlank(entry.value.text))) return
    const judged = customer.length > 0 ? customer : postmortem.impact.filter((entry) => !isBlank(entry.value.text))
    if (judged.some((entry) => isConcrete(entry.value.text))) return
    yield { span: judged[0]?.value.span ?? headingOf(postmortem, 'impact'), message: messageFor(judged, postmortem) }
  },
}

function isConcrete(text: string): boolean {
  return quantitiesIn(text).length > 0 || NO_IMPACT.test(text) || EVERYONE.test(text)
}

function messageFor(judged: readonly ImpactEntry[], postmortem: Postmortem): string {
  const example = 'such as "1,234 orders failed" or "12 % of requests for 40 minutes"'
  if (judged.length === 0)
    return `The section ${sectionOf(postmortem, 'impact')?.heading} is empty. Say how many of what, ${example}.`
  const vague = VAGUE.exec(judged.map((entry) => entry.value.text).join(' '))
  return vague
    ? `"${vague[0]}" says nothing of how many. Give a figure with its unit, ${example}; "unknown" is an answer too.`
    : `The impact has no figure with a unit. Say how many of what, ${example}; "none" and "unknown" are answers too.`
}
