/** Holds that no action item carries the id of another incident. */
import { findIncidentId } from '../../../base/incident-id.ts'
import { lineOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const itemIdsOwn: Rule = {
  id: 'item-ids-own',
  group: 'actions',
  holds: 'No action item carries the id of another incident.',
  severity: { draft: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const { incidentId } = postmortem.metadata
    const own = incidentId ? findIncidentId(incidentId.text) : null
    if (!own || !incidentId) return
    for (const item of postmortem.actionItems) {
      const named = item.idGiven && item.id.includes('#') ? findIncidentId(item.id) : null
      if (!named || named.text === own.text) continue
      yield {
        span: item.description.span,
        message: `${item.id} is an item of ${named.text}; this postmortem is ${own.text} (line ${lineOf(postmortem, incidentId.span.from)}). Give it an id of its own and name the other one in its words.`,
      }
    }
  },
}
