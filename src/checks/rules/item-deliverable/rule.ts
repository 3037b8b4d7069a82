/** Holds that each action item says what will be there once it is done. */
import { writtenItems } from '../../items.ts'
import type { Rule } from '../../rule.ts'
import { taskBeginning } from '../../words/imperative.ts'

/** Beginnings that promise thinking, not a thing. */
const VAGUE = new Set(
  'analyse analyze assess consider consult continue debate determine discover discuss encourage evaluate examine explore figure investigate keep learn look monitor observe reconsider reflect remember remind research rethink revisit strive study think try understand watch'.split(
    ' ',
  ),
)
/** Vague wishes wherever they stand at the beginning. */
const WISH =
  /^\W*(?:(?:be|stay|become|pay) (?:more |extra )?(?:careful|aware|vigilant|mindful|attention|alert|diligent)|be more\b|(?:make (?:sure|certain)|ensure) (?:that )?(?:we|everyone|everybody|people|engineers|developers|the team|staff)\b|keep an eye\b|take care\b|raise awareness\b|(?:better|more|improved?) (?:communication|awareness|care|attention|discipline)\b)|(?:気をつける|注意する|意識する|心がける|徹底する|周知する)\W*$/i
/** What comes out of it, so that the thinking ends in a thing. */
const DELIVERABLE =
  /\b(?:write|draft|produce|publish|propose|document|report|record|decid\w*|decision|alert\w*|alarm\w*|dashboard\w*|adr|rfc|design doc|proposal|plan|spike|prototype|proof of concept|poc|list of|findings|present|recommend\w*|conclusion|ticket for|and (?:add|create|fix|change|set|update|implement|remove|configure|enable))\b|報告|文書|資料|方針|提案|決定|ADR/i
const JAPANESE_VAGUE = /(?:検討|調査)(?:する|を行う|を実施)?[。．]?$/

/** The rule. */
export const itemDeliverable: Rule = {
  id: 'item-deliverable',
  group: 'actions',
  holds: 'Each action item says what will be there once it is done.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    for (const item of writtenItems(postmortem)) {
      const { text, span } = item.description
      if (DELIVERABLE.test(text)) continue
      const { kind, word } = taskBeginning(text)
      const vague = kind === 'verb' && VAGUE.has(word)
      const wish = WISH.exec(text) ?? JAPANESE_VAGUE.exec(text)
      if (!vague && !wish) continue
      const words = wish ? wish[0].trim() : word
      yield {
        span,
        message: `${item.id} ("${words.slice(0, 40)}") names nothing that will be there once it is done. Say what comes out: an alert, a test, a runbook step, a change, a written decision.`,
      }
    }
  },
}
