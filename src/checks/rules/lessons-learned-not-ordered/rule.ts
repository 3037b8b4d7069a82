/** Holds that lessons say what was learned, not what must be done. */
import type { Rule } from '../../rule.ts'
import { taskBeginning } from '../../words/imperative.ts'
import { isUnwritten } from '../../words/placeholder.ts'
import { maskQuotations } from '../../words/prose.ts'

const ORDER =
  /\b(?:we|you|i|teams?|engineers?|developers?|everyone|everybody|people|operators?|they|it|(?:all|each|every) [\w-]+)(?: \w+)? (?:must|have to|has to|need to|needs to|shall|are required to|is required to)\b|^\W*(?:must|never|always)\b|なければならない|必ず[^。]{0,30}(?:すること|してください)|してはならない|してはいけない|徹底する/i
const ADVICE =
  /\b(?:should(?!n['’]t have| not have| have| not be possible)|ought to|had better)\b|べき(?!だった|でした)/i
/** Words of an observation: something was or is so. */
const OBSERVED =
  /\b(?:we (?:learned|learnt|saw|found|know|knew|do not|don['’]t|did not|didn['’]t|have no|had no|were|are)|(?:is|are|was|were|has|have|had|does|do|did|held|worked|failed|took|made|showed)\b)|(?:た|だった|ている|ていない|なかった)(?:[。、）)]|$)/i

/** The rule. */
export const lessonsLearnedNotOrdered: Rule = {
  id: 'lessons-learned-not-ordered',
  group: 'clarity',
  holds: 'Lessons say what was learned, not what must be done.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    for (const lesson of postmortem.lessons) {
      const text = maskQuotations(lesson.text)
      if (isUnwritten(lesson.text) || /^a short list of takeaways\b/i.test(text.trim())) continue
      const order = ORDER.exec(text)
      if (order) {
        yield {
          span: lesson.span,
          message: `"${order[0].trim()}" orders. A lesson says what we know now ("we learned that ..."); what is to be done is an action item.`,
        }
        continue
      }
      const advice = ADVICE.exec(text)
      if (advice && !OBSERVED.test(text)) {
        yield { span: lesson.span, message: MESSAGE, severity: 'info' }
        continue
      }
      if (!advice && taskBeginning(text).kind === 'verb' && !OBSERVED.test(text))
        yield { span: lesson.span, message: MESSAGE, severity: 'info' }
    }
  },
}

const MESSAGE =
  'This advises more than it observes. Say first what was seen ("we learned that ..."); what is to be done is an action item.'
