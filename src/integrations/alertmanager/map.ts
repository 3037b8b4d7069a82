/** Alertmanager's alerts as evidence: one fact where an alert starts to fire, a second where it is resolved. */
import type { Instant } from '../../base/instant.ts'
import type { Artefact, EvidenceBatch, EvidenceProblem, Fact, IncidentHint } from '../../evidence/fact.ts'
import { isObject } from '../kit/is-object.ts'
import { jsonPath } from '../kit/json-path.ts'
import { tally } from '../kit/left-out.ts'
import { oneLine } from '../kit/plain-text.ts'
import type { Placed } from '../kit/read-entries.ts'
import { readInstant, timeProblem } from '../kit/read-instant.ts'
import { webUrl } from '../kit/web-url.ts'
import { alertIdentity, alertName, alertService, alertSubject } from './alert-words.ts'
import type { Alert } from './shape.ts'

/** One alert from its start to its end, as told by all deliveries together. */
interface Instance {
  readonly key: string
  readonly alert: Alert
  readonly startsAt: Instant
  endsAt: Instant | null
  rawEnd: string
}

/** The facts, artefacts and hints of all alerts; deliveries of the same instance count once. */
export function alertsToBatch(alerts: readonly Placed<Alert>[], problems: EvidenceProblem[]): EvidenceBatch {
  const leftOut = tally()
  const instances = new Map<string, Instance>()
  for (const { value, path } of alerts) {
    const startsAt = readInstant(value.startsAt)
    if (startsAt === null) {
      problems.push({ path: jsonPath(path, 'startsAt'), message: timeProblem(value.startsAt) })
      continue
    }
    const key = `${alertIdentity(value)}@${new Date(startsAt).toISOString()}`
    const endsAt = endOf(value)
    const known = instances.get(key)
    if (!known) instances.set(key, { key, alert: value, startsAt, endsAt, rawEnd: String(value.endsAt) })
    else if (endsAt !== null && known.endsAt === null) {
      known.endsAt = endsAt
      known.rawEnd = String(value.endsAt)
    } else leftOut.add('repeated deliveries of the same alert')
  }
  const all = [...instances.values()]
  return {
    facts: all.flatMap(factsOf),
    incident: hintOf(all),
    artefacts: all.flatMap(({ alert }) => artefactsOf(alert)),
    leftOut: leftOut.list(),
    problems,
  }
}

/** When the alert ended; null while it fires, whatever `endsAt` holds (year 1, or a time-out in the future). */
function endOf(alert: Alert): Instant | null {
  const status = isObject(alert.status) ? alert.status.state : alert.status
  return status === 'firing' || status === 'active' || status === 'suppressed' ? null : readInstant(alert.endsAt)
}

function factsOf({ key, alert, startsAt, endsAt, rawEnd }: Instance): Fact[] {
  const name = alertName(alert)
  const subject = alertSubject(alert)
  const on = subject ? ` on ${subject}` : ''
  const service = alertService(alert)
  const summary = oneLine(
    alert.annotations?.summary ?? alert.annotations?.message ?? alert.annotations?.description ?? '',
  )
  const url = webUrl(alert.generatorURL) ?? webUrl(alert.panelURL) ?? webUrl(alert.dashboardURL)
  const shared = {
    source: 'alertmanager',
    ...(summary && summary !== name ? { text: summary } : {}),
    ...(url ? { url } : {}),
    labels: { ...alert.labels, ...(service ? { service } : {}), alert: name },
    thread: key,
  }
  const firing: Fact = {
    id: `alertmanager:${key}`,
    externalId: key,
    ...shared,
    at: startsAt,
    ...(endsAt === null ? {} : { endAt: endsAt }),
    rawTime: String(alert.startsAt),
    type: 'firing',
    kind: 'alert',
    title: `Alert ${name} firing${on}`,
  }
  if (endsAt === null) return [firing]
  const externalId = `${key}/resolved`
  const id = `alertmanager:${externalId}`
  const end = { at: endsAt, rawTime: rawEnd, type: 'resolved', kind: 'other' } as const
  return [firing, { id, externalId, ...shared, ...end, title: `Alert ${name} stopped firing${on}` }]
}

function artefactsOf(alert: Alert): Artefact[] {
  const name = alertName(alert)
  const artefacts: Artefact[] = [{ kind: 'alert', title: name, url: webUrl(alert.generatorURL) }]
  for (const [key, value] of Object.entries(alert.annotations ?? {})) {
    const url = webUrl(value)
    if (!url) continue
    if (/runbook|playbook/i.test(key)) artefacts.push({ kind: 'runbook', title: `Runbook for ${name}`, url })
    else if (/dashboard|grafana|panel/i.test(key))
      artefacts.push({ kind: 'dashboard', title: `Dashboard for ${name}`, url })
  }
  const dashboard = webUrl(alert.dashboardURL)
  if (dashboard) artefacts.push({ kind: 'dashboard', title: `Dashboard for ${name}`, url: dashboard })
  return artefacts
}

const SEVERITIES = /^(?:p[0-5]|sev-?\d|s[0-5]|critical|page|major|high|error|warning|minor|low|info|none)$/i
const ORDER = [
  'p0',
  'sev0',
  'p1',
  'sev1',
  's1',
  'critical',
  'page',
  'major',
  'p2',
  'sev2',
  's2',
  'high',
  'error',
  'warning',
  'minor',
]

function hintOf(instances: readonly Instance[]): IncidentHint {
  if (instances.length === 0) return {}
  const labels = (name: string) => instances.flatMap(({ alert }) => alert.labels?.[name] ?? [])
  const ends = instances.map(({ endsAt }) => endsAt)
  const services = instances.flatMap(({ alert }) => alertService(alert) ?? [])
  const severity = labels('severity')
    .filter((word) => SEVERITIES.test(word))
    .sort((a, b) => rank(a) - rank(b))[0]
  let startedAt = Number.POSITIVE_INFINITY
  let endedAt = 0
  for (const instance of instances) {
    startedAt = Math.min(startedAt, instance.startsAt)
    endedAt = Math.max(endedAt, instance.endsAt ?? 0)
  }
  return {
    startedAt,
    ...(ends.includes(null) ? {} : { endedAt }),
    ...(severity ? { severity } : {}),
    ...(services.length > 0 ? { services } : {}),
    regions: labels('region'),
    tenants: [...labels('tenant'), ...labels('customer')],
  }
}

function rank(severity: string): number {
  const at = ORDER.indexOf(severity.toLowerCase().replace('-', ''))
  return at < 0 ? ORDER.length : at
}
