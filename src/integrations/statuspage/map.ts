/** Statuspage's incidents as evidence: each update is one thing that customers were told. */
import type { Instant } from '../../base/instant.ts'
import type { Artefact, EvidenceBatch, EvidenceProblem, Fact, IncidentHint } from '../../evidence/fact.ts'
import { artefactOfUrl } from '../kit/artefact-of-url.ts'
import { jsonPath } from '../kit/json-path.ts'
import { htmlToPlain, oneLine } from '../kit/plain-text.ts'
import { type Placed, placed, readEntries } from '../kit/read-entries.ts'
import { readInstant, timeProblem } from '../kit/read-instant.ts'
import { webUrl } from '../kit/web-url.ts'
import { Component, type Incident, type Update, Update as UpdateShape } from './shape.ts'

/** Facts, hint and artefacts of all incidents; `pageUrl` is the status page's own address where it is known. */
export function incidentsToBatch(
  incidents: readonly Placed<Incident>[],
  pageUrl: string | null,
  problems: EvidenceProblem[],
): EvidenceBatch {
  const facts: Fact[] = []
  const artefacts: Artefact[] = []
  for (const { value, path } of incidents) {
    const title = oneLine(value.name ?? '') || value.id
    if (webUrl(value.shortlink))
      artefacts.push({ kind: 'status-page', title: `Status page: ${title}`, url: value.shortlink! })
    const from = jsonPath(path, 'incident_updates')
    for (const update of readEntries(UpdateShape, placed(value.incident_updates ?? [], from), problems)) {
      const told = updateFact(update, value, problems)
      if (!told) continue
      facts.push(told.fact)
      artefacts.push(...told.artefacts)
    }
  }
  return { facts, artefacts, incident: hintOf(incidents, pageUrl), problems }
}

function updateFact(
  { value, path }: Placed<Update>,
  incident: Incident,
  problems: EvidenceProblem[],
): { fact: Fact; artefacts: Artefact[] } | null {
  const time = readInstant(value.display_at) === null ? value.created_at : value.display_at
  const at = readInstant(time)
  if (at === null) {
    problems.push({ path: jsonPath(path, 'display_at'), message: timeProblem(time) })
    return null
  }
  const body = htmlToPlain(value.body ?? '')
  const words = oneLine(body.text)
  const status = oneLine(value.status).replaceAll('_', ' ')
  const title = `Status page set to ${status}${words ? `: ${words}` : ''}`
  const components = componentsOf(value.affected_components).join(', ')
  const url = webUrl(incident.shortlink)
  const fact: Fact = {
    id: `statuspage:${value.id}`,
    source: 'statuspage',
    externalId: value.id,
    at,
    rawTime: String(time),
    type: value.status,
    kind: 'communicated',
    title,
    ...(body.text ? { text: body.text } : {}),
    ...(url ? { url } : {}),
    ...(components ? { labels: { components } } : {}),
    thread: incident.id,
  }
  return { fact, artefacts: body.links.flatMap((link) => artefactOfUrl(link.url, link.title) ?? []) }
}

function hintOf(incidents: readonly Placed<Incident>[], pageUrl: string | null): IncidentHint {
  const byStart = incidents
    .map(({ value }) => ({ value, at: startOf(value) }))
    .sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))
  const first = byStart[0]
  if (!first) return {}
  const ends = incidents.map(({ value }) => readInstant(value.resolved_at))
  const services = incidents.flatMap(({ value }) => [
    ...componentsOf(value.components),
    ...(value.incident_updates ?? []).flatMap((update) => componentsOf(affected(update))),
  ])
  const impact = incidents.map(({ value }) => value.impact).find((word) => word && word !== 'none')
  const statusPage = webUrl(first.value.shortlink) ?? pageUrl
  return {
    ...(first.value.name ? { title: oneLine(first.value.name) } : {}),
    ...(impact ? { severity: impact } : {}),
    ...(first.at === null ? {} : { startedAt: first.at }),
    ...(ends.includes(null) ? {} : { endedAt: Math.max(...(ends as Instant[])) }),
    ...(services.length > 0 ? { services } : {}),
    ...(statusPage ? { statusPage } : {}),
  }
}

function startOf(incident: Incident): Instant | null {
  return readInstant(incident.started_at) ?? readInstant(incident.created_at)
}

function affected(update: unknown): unknown[] {
  const list = (update as { affected_components?: unknown } | null)?.affected_components
  return Array.isArray(list) ? list : []
}

/** Names of the components that were not simply operational before and after. */
function componentsOf(components: readonly unknown[] | undefined): string[] {
  return (components ?? []).flatMap((component) => {
    const parsed = Component.safeParse(component)
    if (!parsed.success) return []
    const { name, old_status: before, new_status: after } = parsed.data
    return before === 'operational' && after === 'operational' ? [] : [oneLine(name)]
  })
}
