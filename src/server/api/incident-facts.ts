/** Judges what somebody says of an incident, and turns it into columns. */
import { formatInstant } from '../../base/instant.ts'
import type { Policy } from '../../checks/policy.ts'
import type { IncidentRow } from '../store/incidents.ts'
import type { Reader } from '../store/store.ts'
import { ApiFailure } from './failure.ts'
import { mustBeTeam } from './must-be-team.ts'

type Times = Pick<IncidentRow, 'all_clear_at' | 'ended_at' | 'started_at'>

/** Whether a postmortem is needed follows from the severity; where nobody said one, it may be written. */
export function needOf(severity: string | null, policy: Policy): 'none' | 'optional' | 'required' {
  return severity === null ? 'optional' : (policy.required[severity] ?? 'none')
}

/** What is said, as columns; what is not said is left out. */
export function incidentColumns(said: Readonly<Record<string, unknown>>): Partial<IncidentRow> {
  const columns: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(said))
    if (value !== undefined) columns[COLUMNS[name] ?? name] = Array.isArray(value) ? JSON.stringify(value) : value
  return columns
}

const COLUMNS: Readonly<Record<string, string>> = {
  startedAt: 'started_at',
  endedAt: 'ended_at',
  allClearAt: 'all_clear_at',
  teamId: 'team_id',
}

/** Throws where an incident ends before it began, or belongs to a team that is not there. */
export async function mustHold(db: Reader, row: Times & Pick<IncidentRow, 'team_id'>): Promise<void> {
  const { started_at: started, ended_at: ended, all_clear_at: clear, team_id: team } = row
  for (const [field, at] of [
    ['endedAt', ended],
    ['allClearAt', clear],
  ] as const)
    if (started !== null && at !== null && at < started)
      throw new ApiFailure(
        'refused',
        'times-out-of-order',
        `The incident began at ${formatInstant(started)} and "${field}" is ${formatInstant(at)}, before that. Correct one of them.`,
        { fields: [{ field: `body.${field}`, message: 'before the start' }] },
      )
  await mustBeTeam(db, team)
}
