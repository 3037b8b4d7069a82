/** Holds that the summary can be read in 30 seconds (a setting). */
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'
import { wordsToRead } from '../../words/reading.ts'

/** The rule. */
export const summaryReadingTime: Rule = {
  id: 'summary-reading-time',
  group: 'summary',
  holds: 'The summary can be read in 30 seconds.',
  severity: { draft: 'warning' },
  *check({ postmortem, policy }) {
    const { summary } = postmortem
    if (!summary || isUnwritten(summary.text)) return
    const words = wordsToRead(summary.text)
    const seconds = (words / policy.readingWordsPerMinute) * 60
    if (seconds <= policy.summarySeconds) return
    const most = Math.floor((policy.summarySeconds * policy.readingWordsPerMinute) / 60)
    yield {
      span: summary.span,
      message:
        `The summary takes ${Math.ceil(seconds)} seconds to read (${Math.round(words)} words); ` +
        `${policy.summarySeconds} seconds (${most} words) are expected. Move detail to the sections below.`,
    }
  },
}
