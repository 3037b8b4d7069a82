/** Holds that the Publication section names places that are known. */
import { publicationEntries } from '../../../publication/publication-entries.ts'
import { targetsIn } from '../../../publication/targets.ts'
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'

/** The rule. */
export const publicationTargets: Rule = {
  id: 'publication-targets',
  group: 'publication',
  holds: 'The Publication section lists where the postmortem goes, in words that name a place.',
  severity: { draft: 'info', publish: 'warning' },
  *check({ postmortem }) {
    if (!sectionOf(postmortem, 'publication')) return
    const entries = publicationEntries(postmortem)
    if (entries.length === 0) {
      yield {
        span: headingOf(postmortem, 'publication'),
        message:
          'Publication lists no place. Add a check box for each: the channel, the docs folder or wiki, the all-hands, the board.',
      }
      return
    }
    for (const { words, span } of entries) {
      if (isUnwritten(words) || targetsIn(words).length > 0) continue
      yield {
        span,
        message: `"${words.slice(0, 60)}" names no place that can give a receipt. Name one: a channel, docs, a wiki, the all-hands, a board, mail or the status page.`,
      }
    }
  },
}
