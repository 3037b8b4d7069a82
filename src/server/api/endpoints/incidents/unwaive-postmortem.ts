/** `DELETE /api/v1/incidents/{id}/waiver`: takes a waiver back. */
import { z } from '@hono/zod-openapi'
import { changedIncident } from '../../changed-incident.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { needOf } from '../../incident-facts.ts'
import { IncidentIdShape, IncidentShape } from '../../incident-shape.ts'

/** Whether a postmortem is required follows from the severity again. */
export const unwaivePostmortem = endpoint({
  method: 'delete',
  path: '/api/v1/incidents/{id}/waiver',
  group: 'Incidents',
  summary: 'Take a waiver back',
  who: 'token',
  may: 'lead',
  writes: ['incident.unwaived'],
  match: 'optional',
  params: z.strictObject({ id: IncidentIdShape }),
  answer: IncidentShape,
  async run(call) {
    const { params, audit } = call
    const { row, ...answer } = await changedIncident(call, params.id, (before, policy) => {
      if (before.postmortem !== 'waived')
        throw new ApiFailure('refused', 'not-waived', 'The postmortem of this incident is not waived.')
      return { postmortem: needOf(before.severity, policy), waived_by: null, waived_at: null, waived_reason: null }
    })
    await audit('incident.unwaived', row.id, {}, row.visibility === 'restricted')
    return answer
  },
})
