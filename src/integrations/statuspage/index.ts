/** Statuspage: incidents of its REST API and of the public `api/v2/incidents.json`. */
import { ok, refuse } from '../../base/result.ts'
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { describeValue } from '../kit/describe-value.ts'
import { finishBatch } from '../kit/finish-batch.ts'
import { isObject } from '../kit/is-object.ts'
import { jsonPath } from '../kit/json-path.ts'
import { type Placed, readEntries } from '../kit/read-entries.ts'
import { severalIncidents } from '../kit/several-incidents.ts'
import type { EvidenceSource } from '../kit/source.ts'
import { webUrl } from '../kit/web-url.ts'
import { incidentsToBatch } from './map.ts'
import { Incident, Page } from './shape.ts'

/** The declaration. */
export const statuspage: EvidenceSource = {
  name: 'statuspage',
  title: 'Statuspage (incident JSON)',
  recognises(value) {
    if (Array.isArray(value)) return value.slice(0, 20).some(isIncident)
    if (!isObject(value)) return false
    if (isIncident(value) || isIncident(value.incident)) return true
    const { incidents, page } = value
    return (
      Array.isArray(incidents) &&
      (incidents.slice(0, 20).some(isIncident) || (incidents.length === 0 && isObject(page)))
    )
  },
  read(value, context = {}) {
    const where = { path: '$', ...(context.file ? { file: context.file } : {}) }
    if (!statuspage.recognises(value))
      return refuse(
        'not-statuspage',
        `Found ${describeValue(value)}, expected incidents with incident_updates. Save api/v2/incidents.json of the status page.`,
        where,
      )
    const problems: EvidenceProblem[] = []
    const all = readEntries(Incident, rawIncidents(value), problems)
    const { incident: wanted } = context
    const incidents = wanted ? all.filter(({ value: one }) => one.id === wanted || one.name === wanted) : all
    if (wanted && incidents.length === 0) {
      const names = all.slice(0, 10).map(({ value: one }) => `${one.id} ${one.name ?? ''}`.trim())
      return refuse(
        'no-such-incident',
        `There is no incident ${JSON.stringify(wanted)}; it holds ${names.join('; ')}.`,
        where,
      )
    }
    problems.push(
      ...severalIncidents(
        incidents.map(({ value: one }) => one.name ?? one.id),
        '$.incidents',
      ),
    )
    const page = Page.safeParse(isObject(value) ? value.page : undefined)
    return ok(finishBatch(incidentsToBatch(incidents, webUrl(page.data?.url), problems), context))
  },
}

function isIncident(value: unknown): boolean {
  return isObject(value) && 'incident_updates' in value
}

function rawIncidents(value: unknown): Placed<unknown>[] {
  if (Array.isArray(value)) return value.map((one, at) => ({ value: one, path: jsonPath('$', at) }))
  const { incidents, incident } = value as { incidents?: unknown; incident?: unknown }
  if (Array.isArray(incidents)) return incidents.map((one, at) => ({ value: one, path: jsonPath('$.incidents', at) }))
  return incident === undefined ? [{ value, path: '$' }] : [{ value: incident, path: '$.incident' }]
}
