/** Holds that the summary says what happened, who was affected, why, and what was done. */
import type { Postmortem } from '../../../document/model.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'
import { sharesWords } from '../../words/shares-words.ts'
import { ANSWERS, type Question } from './answers.ts'

/** The rule. */
export const summaryAnswers: Rule = {
  id: 'summary-answers',
  group: 'summary',
  holds: 'The summary says what happened, who was affected, the root cause, and what we did.',
  severity: { draft: 'info' },
  *check({ postmortem }) {
    const { summary } = postmortem
    if (!summary || isUnwritten(summary.text)) return
    const missing = ANSWERS.filter(({ question, cues }) => {
      return !cues.test(summary.text) && !sharesWords(summary.text, elsewhere(postmortem, question))
    })
    if (missing.length === 0) return
    yield {
      span: summary.span,
      message: `The summary does not seem to say ${missing.map((each) => each.asks).join(', nor ')}. Add half a sentence for it.`,
    }
  },
}

/** Where the rest of the document answers the question. */
function elsewhere(postmortem: Postmortem, question: Question): string {
  switch (question) {
    case 'happened':
      return postmortem.title?.value ?? ''
    case 'affected':
      return postmortem.metadata.entries
        .filter((entry) => /^(?:tenants|regions|services)$/.test(entry.key))
        .map((entry) => entry.value.text)
        .join(' ')
    case 'cause':
      return [postmortem.rootCause?.text ?? '', ...postmortem.causes.map((cause) => cause.text)].join(' ')
    case 'done':
      return postmortem.timeline
        .filter((row) => row.kind === 'mitigation')
        .map((row) => row.text)
        .join(' ')
  }
}
