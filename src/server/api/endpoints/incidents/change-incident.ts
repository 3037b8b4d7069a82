/** `PATCH /api/v1/incidents/{id}`: changes what is known of an incident. */
import { z } from '@hono/zod-openapi'
import { changedIncident } from '../../changed-incident.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { incidentColumns, mustHold, needOf } from '../../incident-facts.ts'
import { IncidentIdShape, IncidentInput, IncidentShape } from '../../incident-shape.ts'

/** A new severity decides anew whether a postmortem is required; a waiver stays. The id stays, whatever the day. */
export const changeIncident = endpoint({
  method: 'patch',
  path: '/api/v1/incidents/{id}',
  group: 'Incidents',
  summary: 'Change an incident',
  who: 'token',
  may: 'write',
  writes: ['incident.changed'],
  match: 'required',
  params: z.strictObject({ id: IncidentIdShape }),
  body: z.strictObject(IncidentInput).partial(),
  answer: IncidentShape,
  async run(call) {
    const { tx, actor, params, body, audit } = call
    const { row, ...answer } = await changedIncident(call, params.id, async (before, policy) => {
      const opens = body.visibility === 'internal' && before.visibility === 'restricted'
      if (opens && before.created_by !== actor.id && !actor.permissions.has('admin'))
        throw new ApiFailure(
          'forbidden',
          'not-permitted',
          'An incident is opened to everybody by who entered it, or by an administrator.',
          { fields: [{ field: 'body.visibility', message: 'not yours to open' }] },
        )
      const columns = incidentColumns(body)
      await mustHold(tx, { ...before, ...columns })
      if (body.severity === undefined || before.postmortem === 'waived') return columns
      return { ...columns, postmortem: needOf(body.severity, policy) }
    })
    await audit('incident.changed', row.id, { changed: body }, row.visibility === 'restricted')
    return answer
  },
})
