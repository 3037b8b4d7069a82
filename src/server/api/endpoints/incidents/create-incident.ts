/** `POST /api/v1/incidents`: enters an incident. */
import { z } from '@hono/zod-openapi'
import { actorName } from '../../../auth/actor.ts'
import { viewerOf } from '../../../auth/viewer.ts'
import { currentPolicy } from '../../../current-policy.ts'
import { mintIncident } from '../../../mint-incident.ts'
import { findIncident, findIncidentBySource } from '../../../store/incidents.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { mustHold, needOf } from '../../incident-facts.ts'
import { IncidentInput, IncidentShape, incidentOf } from '../../incident-shape.ts'
import { Line } from '../../shapes.ts'

const none = <T extends z.ZodType>(shape: T) => z.optional(shape).transform((value) => value ?? null)

/** The id is minted; whether a postmortem is required follows from the severity. */
export const createIncident = endpoint({
  method: 'post',
  path: '/api/v1/incidents',
  group: 'Incidents',
  summary: 'Enter an incident',
  details:
    'Its id is the next free one of the UTC day on which the impact began. Whether a postmortem is required follows from the severity.',
  who: 'token',
  may: 'write',
  writes: ['incident.created'],
  creates: true,
  body: z.strictObject({
    title: IncidentInput.title,
    severity: none(IncidentInput.severity),
    startedAt: none(IncidentInput.startedAt),
    endedAt: none(IncidentInput.endedAt),
    allClearAt: none(IncidentInput.allClearAt),
    source: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,49}$/, 'is a name in small letters, such as pagerduty')
      .optional(),
    sourceId: none(Line(200)),
    url: none(IncidentInput.url),
    teamId: none(IncidentInput.teamId),
    services: IncidentInput.services.default([]),
    tenants: IncidentInput.tenants.default([]),
    regions: IncidentInput.regions.default([]),
    commander: none(IncidentInput.commander),
    visibility: IncidentInput.visibility.default('internal'),
  }),
  answer: IncidentShape,
  status: 201,
  async run({ tx, actor, body, now, audit, house }) {
    const policy = await currentPolicy(house, tx)
    const row = {
      title: body.title,
      severity: body.severity,
      started_at: body.startedAt,
      ended_at: body.endedAt,
      all_clear_at: body.allClearAt,
      source: body.source ?? (actor.via === 'token' ? 'api' : 'hand'),
      source_id: body.sourceId,
      url: body.url,
      team_id: body.teamId,
      services: JSON.stringify(body.services),
      tenants: JSON.stringify(body.tenants),
      regions: JSON.stringify(body.regions),
      commander: body.commander,
      visibility: body.visibility,
      postmortem: needOf(body.severity, policy),
      waived_by: null,
      waived_at: null,
      waived_reason: null,
      revision: 1,
      created_at: now,
      created_by: actor.id,
      updated_at: now,
    }
    await mustHold(tx, row)
    const made = await mintIncident(tx, row)
    const viewer = viewerOf(actor)
    if (!made) {
      const known = await findIncidentBySource(tx, row.source, row.source_id!)
      const seen = known !== null && (await findIncident(tx, viewer, known)) !== null
      throw new ApiFailure(
        'conflict',
        'source-known',
        `An incident that ${row.source} calls "${row.source_id}" is there already.`,
        { more: seen ? { incident: known } : {} },
      )
    }
    await audit(
      'incident.created',
      made.id,
      { by: actorName(actor), source: row.source },
      row.visibility === 'restricted',
    )
    const incident = incidentOf((await findIncident(tx, viewer, made.id))!, policy)
    return { body: incident, etag: made.revision }
  },
})
