/** Narrows an export that holds several incidents to the one that was asked for. */
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Placed } from '../kit/read-entries.ts'
import type { Gathered } from './gather.ts'
import { numberOf, titleOf } from './names.ts'
import type { Incident, Reference } from './shape.ts'

/** What belongs to the incident of that id, number (`1234` or `#1234`) or title; everything where none is asked for. */
export function choose(gathered: Gathered, wanted: string | undefined): Result<Gathered> {
  if (!wanted) return ok(gathered)
  const { incidents, entries, alerts } = gathered
  const match = incidents.find(({ value }) => isWanted(value, wanted))
  const id = match?.value.id ?? entries.find(({ value }) => value.incident?.id === wanted)?.value.incident?.id
  if (!id) {
    const names = incidents.slice(0, 10).map(({ value }) => `${value.id} ${titleOf(value) ?? ''}`.trim())
    const held = names.length > 0 ? `it holds ${names.join('; ')}` : 'it holds no incident'
    return refuse('no-such-incident', `The export does not hold the incident ${JSON.stringify(wanted)}: ${held}.`)
  }
  const belongs = <T extends { incident?: Reference | undefined }>({ value }: Placed<T>) =>
    value.incident === undefined || value.incident.id === id
  return ok({
    ...gathered,
    incidents: incidents.filter(({ value }) => value.id === id),
    entries: entries.filter(belongs),
    alerts: alerts.filter(belongs),
  })
}

function isWanted(incident: Incident, wanted: string): boolean {
  return incident.id === wanted || numberOf(incident) === `#${wanted.replace(/^#/, '')}` || titleOf(incident) === wanted
}
