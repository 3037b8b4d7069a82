/** Holds that the metadata names affected tenants, regions or services. */
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank } from '../../words/placeholder.ts'

/** The rule. */
export const affectedNamed: Rule = {
  id: 'affected-named',
  group: 'metadata',
  holds: 'The metadata names the tenants, regions or services that were affected.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const entries = postmortem.metadata.entries.filter((entry) => /^(?:tenants|regions|services)$/.test(entry.key))
    if (entries.some((entry) => !isBlank(entry.value.text))) return
    yield {
      span: entries[0]?.labelSpan ?? headingOf(postmortem, 'metadata'),
      message:
        'The metadata names no affected tenants, regions or services. Add "- **Affected tenants:** ..." or say "none"; ' +
        'searches and tenant announcements start from it.',
    }
  },
}
