/** Holds that an all-hands that was scheduled and has passed is attested. */
import { allHandsState } from '../../../publication/all-hands.ts'
import { publicationEntries } from '../../../publication/publication-entries.ts'
import { targetsIn } from '../../../publication/targets.ts'
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const allHandsAttested: Rule = {
  id: 'all-hands-attested',
  group: 'publication',
  holds: 'An all-hands that was scheduled and has passed is attested.',
  severity: { draft: 'warning' },
  *check({ postmortem, record, now }) {
    if (now === null || record === null) return
    const state = allHandsState(record, now)
    if (state.state !== 'overdue') return
    const entry = publicationEntries(postmortem).find(({ words }) => targetsIn(words).includes('all-hands'))
    yield {
      span: entry?.span ?? headingOf(postmortem, 'publication'),
      message: `The all-hands of ${state.date} has passed, and nobody attested that this was discussed. Attest it with who, date and link, or schedule the next one.`,
    }
  },
}
