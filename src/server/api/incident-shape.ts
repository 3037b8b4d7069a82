/** The shape of an incident, and how a row becomes one. */
import { z } from '@hono/zod-openapi'
import { findIncidentId } from '../../base/incident-id.ts'
import type { Policy } from '../../checks/policy.ts'
import { deadlineStart, deadlinesFrom } from '../../timeline/deadlines.ts'
import type { SeenIncident } from '../store/incidents.ts'
import { Line, Moment, WebAddress } from './shapes.ts'

/** An id such as `INC-2026-11-23-001`. */
export const IncidentIdShape = z
  .string()
  .max(40)
  .refine((text) => findIncidentId(text)?.text === text, 'is no id of an incident, such as INC-2026-11-23-001')
  .openapi({ example: 'INC-2026-11-23-001' })

/** A severity. */
export const SeverityShape = z.enum(['P0', 'P1', 'P2', 'P3'])

const VisibilityShape = z.enum(['internal', 'restricted'])

/** What somebody says of an incident. */
export const IncidentInput = {
  title: Line(300),
  severity: SeverityShape.nullable(),
  startedAt: Moment.nullable(),
  endedAt: Moment.nullable(),
  allClearAt: Moment.nullable(),
  url: WebAddress.nullable(),
  teamId: z.string().max(26).nullable(),
  services: z.array(Line(200)).max(100),
  tenants: z.array(Line(200)).max(500),
  regions: z.array(Line(100)).max(100),
  commander: Line(200).nullable(),
  visibility: VisibilityShape,
}

/** An incident. */
export const IncidentShape = z
  .object({
    id: z.string(),
    title: z.string(),
    severity: SeverityShape.nullable(),
    startedAt: Moment.nullable(),
    endedAt: Moment.nullable(),
    allClearAt: Moment.nullable(),
    source: z.string(),
    sourceId: z.string().nullable(),
    url: z.string().nullable(),
    teamId: z.string().nullable(),
    services: z.array(z.string()),
    tenants: z.array(z.string()),
    regions: z.array(z.string()),
    commander: z.string().nullable(),
    visibility: VisibilityShape,
    postmortem: z.object({
      need: z.enum(['required', 'optional', 'none', 'waived']),
      /** Required, and there is none. */
      missing: z.boolean(),
      id: z.string().nullable(),
      stage: z.string().nullable(),
      waiver: z.object({ by: z.string(), at: Moment, reason: z.string() }).nullable(),
    }),
    deadlines: z
      .object({ from: z.enum(['all-clear', 'impact-ended', 'source']), at: Moment, draft: Moment, publication: Moment })
      .nullable()
      .openapi({
        description: 'When draft and publication are due; null where none is required, or nothing says when it ended',
      }),
    revision: z.number().int(),
    createdAt: Moment,
    createdBy: z.string(),
    updatedAt: Moment,
  })
  .openapi('Incident')

/** A row as it is answered. */
export function incidentOf(row: SeenIncident, policy: Policy): z.input<typeof IncidentShape> {
  return {
    id: row.id,
    title: row.title,
    severity: row.severity as z.input<typeof SeverityShape> | null,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    allClearAt: row.all_clear_at,
    source: row.source,
    sourceId: row.source_id,
    url: row.url,
    teamId: row.team_id,
    services: JSON.parse(row.services),
    tenants: JSON.parse(row.tenants),
    regions: JSON.parse(row.regions),
    commander: row.commander,
    visibility: row.visibility,
    postmortem: {
      need: row.postmortem,
      missing: row.postmortem === 'required' && row.postmortem_id === null,
      id: row.postmortem_id,
      stage: row.postmortem_stage,
      waiver:
        row.postmortem === 'waived'
          ? { by: row.waived_by ?? '', at: row.waived_at ?? 0, reason: row.waived_reason ?? '' }
          : null,
    },
    deadlines: row.postmortem === 'required' ? deadlinesOf(row, policy) : null,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
  }
}

function deadlinesOf({ all_clear_at, ended_at }: SeenIncident, policy: Policy) {
  const start = deadlineStart({ allClear: all_clear_at, impactEnded: ended_at, resolvedInSource: null })
  return start && { ...start, ...deadlinesFrom(start.at, policy) }
}
