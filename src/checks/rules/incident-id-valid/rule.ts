/** Holds that the incident id is there and of the form INC-YYYY-MM-DD-NNN, with a day that exists. */
import { findIncidentId } from '../../../base/incident-id.ts'
import { utcDay } from '../../../base/instant.ts'
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'

/** The rule. */
export const incidentIdValid: Rule = {
  id: 'incident-id-valid',
  group: 'metadata',
  holds: 'The incident id is INC-YYYY-MM-DD-NNN with a day that exists.',
  severity: { draft: 'warning', review: 'error' },
  *check({ postmortem }) {
    const { incidentId, startedAt } = postmortem.metadata
    if (!incidentId) {
      const blank = postmortem.metadata.entries.find((entry) => entry.key === 'incident-id')
      yield {
        span: blank?.labelSpan ?? headingOf(postmortem, 'metadata'),
        message:
          'There is no incident id. Add "- **Incident ID:** INC-YYYY-MM-DD-NNN" with the UTC day of impact start.',
      }
      return
    }
    if (isUnwritten(incidentId.text)) return
    const id = findIncidentId(incidentId.text)
    if (!id) {
      const noSuchDay = /\bINC-\d{4}-\d{2}-\d{2}-\d{3,}/.test(incidentId.text)
      yield {
        span: incidentId.span,
        message: noSuchDay
          ? `The id "${incidentId.text}" names a day that does not exist. Use the UTC day of impact start.`
          : `The id "${incidentId.text}" is not of the form INC-YYYY-MM-DD-NNN (UTC day of impact start and a number of that day).`,
        ...(noSuchDay ? { severity: 'error' as const } : {}),
      }
    } else if (startedAt?.value != null && utcDay(startedAt.value) !== id.day) {
      yield {
        span: incidentId.span,
        message: `The id says ${id.day}, the impact started on ${utcDay(startedAt.value)} (UTC). Check the start; an id in use keeps its day.`,
        severity: 'info',
      }
    }
  },
}
