/** Holds that the metadata names incident commander, on-call primary and recorder. */
import type { MetadataKey } from '../../../document/model.ts'
import { headingOf, metadataOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank } from '../../words/placeholder.ts'

const ROLES: readonly (readonly [MetadataKey, string])[] = [
  ['commander', 'Incident commander'],
  ['primary', 'On-call primary'],
  ['recorder', 'Recorder'],
]

/** The rule. */
export const rolesNamed: Rule = {
  id: 'roles-named',
  group: 'metadata',
  holds: 'The metadata names incident commander, on-call primary and recorder.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const missing: string[] = []
    for (const [key, label] of ROLES) {
      const entry = metadataOf(postmortem, key)
      if (!entry) missing.push(label)
      else if (isBlank(entry.value.text)) {
        yield { span: entry.labelSpan, message: `${label} is blank. Write who it was; names are fine here.` }
      }
    }
    if (missing.length === 0) return
    yield {
      span: headingOf(postmortem, 'metadata'),
      message: `The metadata does not name: ${missing.join(', ')}. Add a line for each, such as "- **${missing[0]}:** name".`,
    }
  },
}
