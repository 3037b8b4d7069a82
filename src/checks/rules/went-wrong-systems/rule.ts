/** Holds that What went wrong names gaps of systems, not of people. */
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'
import { namesSystem } from '../../words/system-words.ts'

/** A person or a group as the one who did it. */
const PERSON =
  /^\W*(?:\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+ )?(?:did|did not|didn['’]t|forgot|failed|missed|was|should|could|took|had)\b|(?:the |our |an? |one |some(?:body| of the| of our)? )?(?:engineers?|developers?|operators?|on-?call|people|person|somebody|someone|nobody|no one|staff|team members?|colleagues?)\b)/iu
const PERSON_JA = /^\W*(?:担当者|開発者|オペレータ|エンジニア|メンバー)(?:が|は|の)/

/** The rule. */
export const wentWrongSystems: Rule = {
  id: 'went-wrong-systems',
  group: 'clarity',
  holds: 'What went wrong names gaps of systems, not of people.',
  severity: { draft: 'info' },
  *check({ postmortem }) {
    for (const { text, span } of postmortem.wentWrong) {
      if (isUnwritten(text) || !(PERSON.test(text) || PERSON_JA.test(text)) || namesSystem(text)) continue
      yield {
        span,
        message:
          'This tells what people did and names no gap of the system. Say what they lacked: a check, a step in a runbook, an alert, a right.',
      }
    }
  },
}
