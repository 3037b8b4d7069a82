/** The words of the summary, as sentences. */

import type { Postmortem } from '../../document/model.ts'
import { plainWords } from '../../document/plain-words.ts'
import { remembered } from '../remembered.ts'
import { proseOf } from './prose.ts'
import { splitSentences } from './sentences.ts'

/** The sentences of the summary as plain words, each bullet and paragraph on its own; empty where there is no summary. */
export const summarySentences: (postmortem: Postmortem) => readonly string[] = remembered((postmortem) => {
  const { summary, source } = postmortem
  if (!summary) return []
  const { from, to } = summary.span
  const runs = proseOf(postmortem).filter((run) => run.from >= from && run.to <= to && run.where !== 'heading')
  const texts = runs.length > 0 ? runs.map((run) => plainWords(source.slice(run.from, run.to))) : [summary.text]
  return texts.flatMap((text) => splitSentences(text).map((span) => text.slice(span.from, span.to)))
})
