/** Holds that each action item is specific and has an end. */
import { writtenItems } from '../../items.ts'
import type { Rule } from '../../rule.ts'
import { maskCode } from '../../words/prose.ts'
import { namesSystem } from '../../words/system-words.ts'

/** Work that never ends. */
const ENDLESS =
  /^\W*(?:\w+:\s*)?always\b|\b(?:(?:should|must|shall|will|to) always|on an ongoing basis|continuously|regularly|from now on|going forward|when(?:ever)? possible|where(?:ver)? possible|as (?:needed|required|appropriate|(?:much|many) as possible)|everything|everywhere|etc|and so on|all (?:the )?(?:things|issues|problems|bugs|cases)|any (?:other )?(?:issues|problems))(?![\w-])|随時|適宜|継続的に/i
/** Verbs that need a measure: how much better, by what. */
const NEEDS_MEASURE =
  /^\W*(?:\w+ )?(?:improve|enhance|strengthen|optimi[sz]e|increase|reduce|minimi[sz]e|better|more|less|stronger|streamline|clean ?up|modernise|modernize|harden)\b/i
const MEASURE =
  /\d|\bfrom\b[^.]{1,60}\bto\b|\bby (?:\w+ing|adding|removing|using)\b|\bso that\b|\bsuch that\b|\bto (?:include|cover|show|reject|require|fail|alert|detect|catch|allow|prevent|mention|use)\b|\bwith\b|\buntil\b|\bbelow\b|\babove\b|\bper\b|:/i
const SHORT = 2

/** The rule. */
export const itemBounded: Rule = {
  id: 'item-bounded',
  group: 'actions',
  holds: 'Each action item is specific and has an end.',
  severity: { draft: 'info' },
  *check({ postmortem }) {
    const { source } = postmortem
    for (const item of writtenItems(postmortem)) {
      const { text, span } = item.description
      const words = source.slice(span.from, span.to)
      const endless = ENDLESS.exec(maskCode(words))
      if (endless) {
        yield {
          span,
          message: `"${endless[0]}" gives ${item.id} no end. Say which ones, until when, or what makes it happen each time (a job, a check, a gate).`,
        }
      } else if (NEEDS_MEASURE.test(text) && !MEASURE.test(text)) {
        yield {
          span,
          message: `${item.id} does not say how much is enough. Add a measure, or the one change that is meant ("so that ...", "from 20 to 50").`,
        }
      } else if (isShort(text) && !namesSystem(words))
        yield { span, message: `${item.id} is too short to be understood in three months. Say what of, and where.` }
    }
  },
}

/** One or two words; in Japanese, fewer than eight characters. */
function isShort(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (/[\u3040-\u9fff]/.test(text)) return text.length < 8
  return words.length <= SHORT && !/:\/\/|#\d/.test(text)
}
