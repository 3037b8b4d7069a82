/** `POST /api/v1/incidents/{id}/waiver`: decides that an incident needs no postmortem. */
import { z } from '@hono/zod-openapi'
import { changedIncident } from '../../changed-incident.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { IncidentIdShape, IncidentShape } from '../../incident-shape.ts'
import { Line } from '../../shapes.ts'

/** Who, why and when stay with the incident and in the audit. */
export const waivePostmortem = endpoint({
  method: 'post',
  path: '/api/v1/incidents/{id}/waiver',
  group: 'Incidents',
  summary: 'Waive the postmortem',
  who: 'token',
  may: 'lead',
  writes: ['incident.waived'],
  match: 'optional',
  params: z.strictObject({ id: IncidentIdShape }),
  body: z.strictObject({ reason: Line(1000).refine((reason) => reason.length >= 10, 'has to say why, in a sentence') }),
  answer: IncidentShape,
  async run(call) {
    const { actor, params, body, now, audit } = call
    const { row, ...answer } = await changedIncident(call, params.id, (before) => {
      if (before.postmortem !== 'required')
        throw new ApiFailure(
          'refused',
          'nothing-to-waive',
          `A postmortem of this incident is ${before.postmortem === 'waived' ? 'waived already' : 'not required'}; only what is required is waived.`,
        )
      return { postmortem: 'waived', waived_by: actor.id, waived_at: now, waived_reason: body.reason }
    })
    await audit('incident.waived', row.id, { reason: body.reason }, row.visibility === 'restricted')
    return answer
  },
})
