/** Holds that a visibility, where one is given, is internal or restricted. */
import { metadataOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'

/** The rule. */
export const visibilityKnown: Rule = {
  id: 'visibility-known',
  group: 'metadata',
  holds: 'The visibility, where one is given, is internal or restricted.',
  severity: { draft: 'error' },
  *check({ postmortem }) {
    const entry = metadataOf(postmortem, 'visibility')
    if (!entry || isUnwritten(entry.value.text)) return
    const words = entry.value.text.toLowerCase().match(/\b(?:internal|restricted)\b/g) ?? []
    if (words.length === 1 && !/\bnot\b/i.test(entry.value.text)) return
    yield {
      span: entry.value.span,
      message: `The visibility is "${entry.value.text}"; internal or restricted is expected. Write one of them: who may read this follows from it.`,
    }
  },
}
