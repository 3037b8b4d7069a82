/** What an incident tells by itself, for exports without log entries: triggered, acknowledged, resolved. */
import type { EvidenceProblem, Fact } from '../../evidence/fact.ts'
import { jsonPath } from '../kit/json-path.ts'
import type { Placed } from '../kit/read-entries.ts'
import { readInstant, timeProblem } from '../kit/read-instant.ts'
import { actorOf, isPerson, nameOf, numberOf, titleOf } from './names.ts'
import { type Incident, Reference } from './shape.ts'

/** The facts of one incident. */
export function incidentFacts({ value, path }: Placed<Incident>, problems: EvidenceProblem[]): Fact[] {
  const facts: Fact[] = []
  const add = (time: unknown, from: string, words: Pick<Fact, 'externalId' | 'type' | 'title'> & Partial<Fact>) => {
    const at = readInstant(time)
    if (at === null) problems.push({ path: from, message: timeProblem(time) })
    else
      facts.push({
        id: `pagerduty:${words.externalId}`,
        source: 'pagerduty',
        at,
        rawTime: String(time),
        thread: value.id,
        ...(value.html_url ? { url: value.html_url } : {}),
        ...words,
      })
  }
  const number = numberOf(value)
  const title = `PagerDuty incident ${number ? `${number} ` : ''}triggered${titleOf(value) ? `: ${titleOf(value)}` : ''}`
  const labels = incidentLabels(value)
  const triggered = { externalId: `${value.id}/triggered`, type: 'incident', kind: 'alert', title } as const
  add(value.created_at, jsonPath(path, 'created_at'), { ...triggered, ...(labels ? { labels } : {}) })
  for (const [at, given] of (value.acknowledgements ?? []).entries()) {
    const { at: time, acknowledger } = (given ?? {}) as { at?: unknown; acknowledger?: unknown }
    const who = Reference.safeParse(acknowledger)
    const actor = who.success ? actorOf(who.data) : undefined
    add(time, jsonPath(path, 'acknowledgements', at, 'at'), {
      externalId: `${value.id}/acknowledged/${actor?.id ?? at}/${String(time)}`,
      type: 'acknowledgement',
      kind: 'acknowledged',
      title: actor ? `Acknowledged by ${actor.name}` : 'Acknowledged',
      ...(actor ? { actor } : {}),
    })
  }
  if (value.status === 'resolved') {
    const by = value.last_status_change_by
    const name = nameOf(by)
    add(value.resolved_at ?? value.last_status_change_at, jsonPath(path, 'resolved_at'), {
      externalId: `${value.id}/resolved`,
      type: 'resolved',
      kind: 'all-clear',
      title: name ? `Incident resolved ${isPerson(by) ? 'by' : 'through'} ${name}` : 'Incident resolved',
      ...(actorOf(by) ? { actor: actorOf(by)! } : {}),
    })
  }
  return facts
}

/** Service, urgency and priority, in PagerDuty's words. */
export function incidentLabels(incident: Incident | undefined): Record<string, string> | undefined {
  const labels: Record<string, string> = {}
  const service = nameOf(incident?.service)
  if (service) labels.service = service
  if (incident?.urgency) labels.urgency = incident.urgency
  const priority = nameOf(incident?.priority)
  if (priority) labels.priority = priority
  return Object.keys(labels).length > 0 ? labels : undefined
}
