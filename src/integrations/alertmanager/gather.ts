/** Finds the alerts in one delivery, a list of them, a recording of requests, or the answer of `GET /api/v2/alerts`. */
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { isObject } from '../kit/is-object.ts'
import { jsonPath } from '../kit/json-path.ts'
import { type Placed, readEntries } from '../kit/read-entries.ts'
import { Alert, Delivery } from './shape.ts'

/** Whether a value is a web hook delivery. */
export function isDelivery(value: unknown): boolean {
  return isObject(value) && Array.isArray(value.alerts) && ('groupKey' in value || 'groupLabels' in value)
}

/** Whether a value is an alert by itself. */
export function isAlert(value: unknown): boolean {
  return isObject(value) && isObject(value.labels) && 'startsAt' in value && 'endsAt' in value
}

/** The payload inside a recorded request (`{headers, body}`), else the value itself. */
export function unwrapped(value: unknown): unknown {
  return isObject(value) && 'body' in value && !isDelivery(value) ? value.body : value
}

/** All alerts, in the order of their deliveries; what is wrong with any is told in `problems`. */
export function gatherAlerts(value: unknown, problems: EvidenceProblem[]): Placed<Alert>[] {
  const alerts: Placed<unknown>[] = []
  const holder = isObject(value) && Array.isArray(value.deliveries) ? 'deliveries' : null
  const items = holder
    ? ((value as Record<string, unknown>)[holder] as unknown[])
    : Array.isArray(value)
      ? value
      : [value]
  const base = holder ? jsonPath('$', holder) : '$'
  for (const [at, item] of items.entries()) {
    const isList = holder !== null || Array.isArray(value)
    const outer = isList ? jsonPath(base, at) : base
    const inner = unwrapped(item)
    const path = inner === item ? outer : jsonPath(outer, 'body')
    if (isAlert(inner)) alerts.push({ value: inner, path })
    else if (isDelivery(inner)) alerts.push(...alertsOf(inner, path, problems))
    else
      problems.push({ path, message: 'This is no Alertmanager delivery (no alerts with a groupKey); it was left out.' })
  }
  return readEntries(Alert, alerts, problems)
}

function alertsOf(value: unknown, path: string, problems: EvidenceProblem[]): Placed<unknown>[] {
  const delivery = Delivery.safeParse(value)
  if (!delivery.success) return []
  const { version, truncatedAlerts, alerts } = delivery.data
  if (version !== undefined && version !== '4' && version !== '1')
    problems.push({
      path: jsonPath(path, 'version'),
      message: `Found version ${version}, expected 4; it was read as 4.`,
    })
  if (typeof truncatedAlerts === 'number' && truncatedAlerts > 0)
    problems.push({
      path: jsonPath(path, 'truncatedAlerts'),
      message: `Alertmanager cut ${truncatedAlerts} alerts from this delivery (max_alerts); they are not here. Add the answer of GET /api/v2/alerts.`,
    })
  return alerts.map((alert, at) => ({ value: alert, path: jsonPath(path, 'alerts', at) }))
}
