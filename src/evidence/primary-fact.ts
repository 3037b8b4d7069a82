/** Whose words and time stand where several systems tell the same event. */

import { byTime } from './merged-fact.ts'
import type { Candidate } from './same-event.ts'

/** The system that knows each kind best comes first; a source not named comes after those that are. */
const FIRST_HAND: Readonly<Record<string, readonly string[]>> = {
  alert: ['alertmanager', 'prometheus', 'grafana', 'pagerduty'],
  observed: ['alertmanager', 'prometheus', 'grafana', 'notes', 'pagerduty'],
  change: ['github', 'grafana'],
  communicated: ['statuspage'],
}
const OTHERWISE = [
  'pagerduty',
  'alertmanager',
  'prometheus',
  'statuspage',
  'github',
  'grafana',
  'chaos-mesh',
  'notes',
  'slack',
]

/** The one that stands for all: first hand before hearsay, then the earliest, then by id. Never empty. */
export function primaryOf(group: readonly Candidate[]): Candidate {
  const kind = group.find((member) => member.fact.kind)?.fact.kind ?? group.find((member) => member.kind)?.kind ?? null
  const order = [...(kind ? (FIRST_HAND[kind] ?? []) : []), ...OTHERWISE]
  const rank = ({ fact }: Candidate) => (order.includes(fact.source) ? order.indexOf(fact.source) : order.length)
  return [...group].sort((a, b) => rank(a) - rank(b) || byTime(a.fact, b.fact))[0]!
}
