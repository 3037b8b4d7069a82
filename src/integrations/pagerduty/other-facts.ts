/** Notes, alerts and change events of PagerDuty as facts. */
import { digest } from '../../base/digest.ts'
import { formatInstant, type Instant } from '../../base/instant.ts'
import type { EvidenceProblem, Fact } from '../../evidence/fact.ts'
import { isObject } from '../kit/is-object.ts'
import { jsonPath } from '../kit/json-path.ts'
import { oneLine } from '../kit/plain-text.ts'
import type { Placed } from '../kit/read-entries.ts'
import { readInstant, timeProblem } from '../kit/read-instant.ts'
import { noteWords } from './entry-words.ts'
import { actorOf, nameOf } from './names.ts'
import type { Alert, ChangeEvent, Note } from './shape.ts'

/** A note, or null (and a problem) where its time cannot be read. */
export function noteFact(
  { value, path }: Placed<Note>,
  thread: string | undefined,
  problems: EvidenceProblem[],
): Fact | null {
  const at = readInstant(value.created_at)
  if (at === null) {
    problems.push({ path: jsonPath(path, 'created_at'), message: timeProblem(value.created_at) })
    return null
  }
  const externalId = noteId(value.content, at)
  const actor = actorOf(value.user)
  return {
    id: `pagerduty:${externalId}`,
    source: 'pagerduty',
    externalId,
    at,
    rawTime: String(value.created_at),
    type: 'note',
    ...noteWords(value.content),
    ...(actor ? { actor } : {}),
    ...(thread ? { thread } : {}),
  }
}

/** A note has one id whether it comes as a note or as a log entry: its second and its words. */
export function noteId(content: string, at: Instant): string {
  return `note-${formatInstant(at)}-${digest(content.trim()).slice(0, 12)}`
}

/** An alert, or null (and a problem) where its time cannot be read. */
export function alertFact({ value, path }: Placed<Alert>, problems: EvidenceProblem[]): Fact | null {
  const at = readInstant(value.created_at)
  if (at === null) {
    problems.push({ path: jsonPath(path, 'created_at'), message: timeProblem(value.created_at) })
    return null
  }
  const service = nameOf(value.service)
  const endAt = readInstant(value.resolved_at)
  const name = oneLine(value.summary ?? value.id)
  return {
    id: `pagerduty:alert-${value.id}`,
    source: 'pagerduty',
    externalId: `alert-${value.id}`,
    at,
    ...(endAt === null ? {} : { endAt }),
    rawTime: String(value.created_at),
    type: 'alert',
    kind: 'alert',
    title: `Alert triggered${service ? ` on ${service}` : ''}: ${name}`,
    labels: { ...(service ? { service } : {}), ...(value.severity ? { severity: value.severity } : {}) },
    ...(value.html_url ? { url: value.html_url } : {}),
    ...(value.incident?.id ? { thread: value.incident.id } : {}),
  }
}

/** A change event, or null (and a problem) where its time cannot be read. */
export function changeFact({ value, path }: Placed<ChangeEvent>, problems: EvidenceProblem[]): Fact | null {
  const at = readInstant(value.timestamp)
  if (at === null) {
    problems.push({ path: jsonPath(path, 'timestamp'), message: timeProblem(value.timestamp) })
    return null
  }
  const link = value.links?.find((item): item is { href: string } => isObject(item) && typeof item.href === 'string')
  return {
    id: `pagerduty:${value.id}`,
    source: 'pagerduty',
    externalId: value.id,
    at,
    rawTime: String(value.timestamp),
    type: 'change_event',
    kind: 'change',
    title: oneLine(value.summary ?? value.id),
    ...(link ? { url: link.href } : {}),
    ...(value.source ? { labels: { source: value.source } } : {}),
  }
}
