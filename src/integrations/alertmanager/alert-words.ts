/** Names an alert and what it is about, from its labels. */
import { digest } from '../../base/digest.ts'
import { oneLine } from '../kit/plain-text.ts'
import type { Alert } from './shape.ts'

/** Labels that name a service, the most telling first. */
const SERVICE_LABELS = [
  'service',
  'service_name',
  'sloth_service',
  'app',
  'app_kubernetes_io_name',
  'application',
  'deployment',
  'statefulset',
  'component',
] as const
const SUBJECT_LABELS = ['job', 'instance', 'pod', 'node', 'namespace', 'cluster'] as const

/** The alert's own name. */
export function alertName(alert: Alert): string {
  return (
    oneLine(alert.labels?.alertname ?? alert.labels?.rulename ?? alert.annotations?.summary ?? '') || 'without a name'
  )
}

/** The service it watches, where a label names one. */
export function alertService(alert: Alert): string | undefined {
  return firstLabel(alert, SERVICE_LABELS)
}

/** The service, else the job, instance, pod or the like. */
export function alertSubject(alert: Alert): string | undefined {
  return alertService(alert) ?? firstLabel(alert, SUBJECT_LABELS)
}

/** What identifies the alert over its deliveries: its fingerprint, else its labels. */
export function alertIdentity(alert: Alert): string {
  if (alert.fingerprint) return alert.fingerprint
  const labels = Object.entries(alert.labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return digest(JSON.stringify(labels)).slice(0, 16)
}

function firstLabel(alert: Alert, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = oneLine(alert.labels?.[name] ?? '')
    if (value) return value
  }
  return undefined
}
