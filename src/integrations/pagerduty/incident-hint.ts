/** What PagerDuty says of the incident as a whole. */
import type { Instant } from '../../base/instant.ts'
import type { IncidentHint } from '../../evidence/fact.ts'
import type { Placed } from '../kit/read-entries.ts'
import { readInstant } from '../kit/read-instant.ts'
import type { Gathered } from './gather.ts'
import { kindOf, type Levels } from './levels.ts'
import { nameOf, titleOf } from './names.ts'
import type { TimedEntry } from './page-sequence.ts'
import type { Incident } from './shape.ts'

/** Title, priority, services, window and on-call; of several incidents the first to start gives the title. */
export function incidentHint(gathered: Gathered, entries: readonly TimedEntry[], levels: Levels): IncidentHint {
  const incidents = [...gathered.incidents].sort((a, b) => startOf(a) - startOf(b)).map(({ value }) => value)
  const first = incidents[0]
  const title = titleOf(first) ?? titleOf(entries.find(({ entry }) => entry.incident?.summary)?.entry.incident)
  const severity = incidents.map((incident) => nameOf(incident.priority)).find((name) => name !== undefined)
  const startedAt = earliest([
    ...incidents.map((incident) => readInstant(incident.created_at)),
    ...entries.filter(({ entry }) => kindOf(entry) === 'trigger').map(({ at }) => at),
  ])
  const ends = incidents.map((incident) => endOf(incident, entries))
  const endedAt =
    incidents.length === 0 ? lastResolve(entries) : ends.includes(null) ? null : Math.max(...(ends as number[]))
  const services = [
    ...incidents.flatMap((incident) => [incident.service, ...(incident.impacted_services ?? [])]),
    ...gathered.alerts.map(({ value }) => value.service),
    ...entries.map(({ entry }) => entry.service),
  ].flatMap((service) => nameOf(service) ?? [])
  return {
    ...(title ? { title } : {}),
    ...(severity ? { severity } : {}),
    ...(startedAt === null ? {} : { startedAt }),
    ...(endedAt === null ? {} : { endedAt }),
    ...(services.length > 0 ? { services } : {}),
    ...levels,
  }
}

function endOf(incident: Incident, entries: readonly TimedEntry[]): Instant | null {
  if (incident.status !== undefined && incident.status !== 'resolved') return null
  const stated = readInstant(incident.resolved_at) ?? readInstant(incident.last_status_change_at)
  if (incident.status === 'resolved' && stated !== null) return stated
  return lastResolve(entries.filter(({ entry }) => entry.incident?.id === incident.id))
}

function lastResolve(entries: readonly TimedEntry[]): Instant | null {
  return entries.filter(({ entry }) => kindOf(entry) === 'resolve').at(-1)?.at ?? null
}

function startOf({ value }: Placed<Incident>): number {
  return readInstant(value.created_at) ?? Number.POSITIVE_INFINITY
}

function earliest(times: readonly (Instant | null)[]): Instant | null {
  let first: Instant | null = null
  for (const time of times) if (time !== null && (first === null || time < first)) first = time
  return first
}
