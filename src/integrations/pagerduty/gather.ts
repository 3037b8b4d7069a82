/** Sorts whatever a PagerDuty export holds (one answer, several in one object, lists of either) into its kinds. */
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { isObject } from '../kit/is-object.ts'
import { jsonPath } from '../kit/json-path.ts'
import { type Placed, readEntries } from '../kit/read-entries.ts'
import { Alert, ChangeEvent, Incident, LogEntry, Note, OnCall } from './shape.ts'

/** Everything read, each with its path. */
export interface Gathered {
  readonly incidents: readonly Placed<Incident>[]
  readonly entries: readonly Placed<LogEntry>[]
  readonly notes: readonly Placed<Note>[]
  readonly alerts: readonly Placed<Alert>[]
  readonly onCalls: readonly Placed<OnCall>[]
  readonly changes: readonly Placed<ChangeEvent>[]
}

type Kind = keyof Gathered
const HOLDERS: Readonly<Record<string, Kind>> = {
  incident: 'incidents',
  incidents: 'incidents',
  log_entry: 'entries',
  log_entries: 'entries',
  note: 'notes',
  notes: 'notes',
  alert: 'alerts',
  alerts: 'alerts',
  oncalls: 'onCalls',
  related_change_events: 'changes',
  change_events: 'changes',
}

/** The kind of a single entry of a bare list, by the fields that only it has. */
export function kindOfEntry(value: unknown): Kind | null {
  if (!isObject(value)) return null
  const { type } = value
  if (typeof type === 'string' && /_log_entry(?:_reference)?$/.test(type)) return 'entries'
  if (type === 'alert' || ('alert_key' in value && 'suppressed' in value)) return 'alerts'
  const pagerDuty = typeof value.html_url === 'string' && value.html_url.includes('.pagerduty.')
  if ((type === 'incident' || 'incident_number' in value) && ('urgency' in value || 'service' in value || pagerDuty))
    return 'incidents'
  if (type === 'change_event') return 'changes'
  if ('escalation_level' in value && 'user' in value) return 'onCalls'
  return typeof value.content === 'string' && 'created_at' in value && isObject(value.user) ? 'notes' : null
}

/** Whether an object is an answer of PagerDuty's, or several joined. */
export function isAnswer(value: unknown): boolean {
  if (!isObject(value)) return false
  if (Array.isArray(value.log_entries) || isObject(value.log_entry) || Array.isArray(value.oncalls)) return true
  return Object.entries(HOLDERS).some(([holder, kind]) => {
    const held = value[holder]
    if (Array.isArray(held)) return held.some((entry) => kindOfEntry(entry) === kind) || isEmptyPage(value, held)
    return holder in value && kindOfEntry(held) === kind
  })
}

/** All entries of the value by kind; those that do not fit their shape are told in `problems`. */
export function gather(value: unknown, problems: EvidenceProblem[]): Gathered {
  const raw: Record<Kind, Placed<unknown>[]> = {
    incidents: [],
    entries: [],
    notes: [],
    alerts: [],
    onCalls: [],
    changes: [],
  }
  collect(value, '$', raw, problems)
  return {
    incidents: readEntries(Incident, raw.incidents, problems),
    entries: readEntries(LogEntry, raw.entries, problems),
    notes: readEntries(Note, raw.notes, problems),
    alerts: readEntries(Alert, raw.alerts, problems),
    onCalls: readEntries(OnCall, raw.onCalls, problems),
    changes: readEntries(ChangeEvent, raw.changes, problems),
  }
}

function collect(
  value: unknown,
  path: string,
  raw: Record<Kind, Placed<unknown>[]>,
  problems: EvidenceProblem[],
): void {
  if (Array.isArray(value)) {
    for (const [at, entry] of value.entries()) {
      const kind = kindOfEntry(entry)
      if (kind) raw[kind].push({ value: entry, path: jsonPath(path, at) })
      else if (path === '$' && isAnswer(entry)) collect(entry, jsonPath(path, at), raw, problems)
      else problems.push({ path: jsonPath(path, at), message: 'This is no PagerDuty entry; it was left out.' })
    }
    return
  }
  if (!isObject(value)) return
  const own = kindOfEntry(value)
  if (own) {
    raw[own].push({ value, path })
    return
  }
  for (const [holder, kind] of Object.entries(HOLDERS)) {
    const held = value[holder]
    if (Array.isArray(held)) {
      const from = jsonPath(path, holder)
      raw[kind].push(...held.map((entry, at) => ({ value: entry, path: jsonPath(from, at) })))
    } else if (isObject(held)) raw[kind].push({ value: held, path: jsonPath(path, holder) })
    else if (held !== undefined && held !== null)
      problems.push({ path: jsonPath(path, holder), message: 'Expected a list of entries here; it was left out.' })
  }
}

function isEmptyPage(value: Record<string, unknown>, held: readonly unknown[]): boolean {
  return held.length === 0 && ('more' in value || 'offset' in value) && !('page' in value)
}
