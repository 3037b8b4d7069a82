/** The words of the summary, as sentences. */

import type { Postmortem } from '../../document/model.ts'
import { plainWords } from '../../document/plain-words.ts'
import { proseOf } from './prose.ts'
import { splitSentences } from './sentences.ts'

const known = new WeakMap<Postmortem, string[]>()

/** The sentences of the summary as plain words, each bullet and paragraph on its own; empty where there is no summary. */
export function summarySentences(postmortem: Postmortem): readonly string[] {
  const before = known.get(postmortem)
  if (before) return before
  const { summary, source } = postmortem
  const sentences: string[] = []
  if (summary) {
    const { from, to } = summary.span
    const runs = proseOf(postmortem).filter((run) => run.from >= from && run.to <= to && run.where !== 'heading')
    const texts = runs.length > 0 ? runs.map((run) => plainWords(source.slice(run.from, run.to))) : [summary.text]
    for (const text of texts) {
      for (const span of splitSentences(text)) sentences.push(text.slice(span.from, span.to))
    }
  }
  known.set(postmortem, sentences)
  return sentences
}
