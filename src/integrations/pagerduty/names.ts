/** What PagerDuty calls people, services and incidents, in words. */
import type { Actor } from '../../evidence/fact.ts'
import { oneLine } from '../kit/plain-text.ts'
import type { Incident, LogEntry, Reference } from './shape.ts'

/** The name of a reference: its summary or name, else its id. */
export function nameOf(reference: Reference | null | undefined): string | undefined {
  const name = oneLine(reference?.summary ?? reference?.name ?? reference?.id ?? '')
  return name === '' ? undefined : name
}

/** Whether a reference is a person (not a service, an integration or an event rule). */
export function isPerson(reference: Reference | null | undefined): boolean {
  return reference?.type === 'user_reference' || reference?.type === 'user'
}

/** Who acted, as PagerDuty names them. */
export function actorOf(reference: Reference | null | undefined): Actor | undefined {
  const name = nameOf(reference)
  if (!name) return undefined
  return { name, ...(reference?.id ? { id: reference.id } : {}), ...(isPerson(reference) ? {} : { bot: true }) }
}

/** `Ada Example`, `Ada Example and Bo Sample`, `Ada Example, Bo Sample and Cy Placeholder`. */
export function namesOf(references: readonly Reference[]): string {
  const names = references.flatMap((reference) => nameOf(reference) ?? [])
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The people an assignment or escalation names. */
export function assigneesOf(entry: LogEntry): readonly Reference[] {
  return entry.assignees?.length ? entry.assignees : entry.assigned_user ? [entry.assigned_user] : []
}

/** The incident's own words: its title, else its summary without the number before it. */
export function titleOf(incident: Pick<Incident, 'title' | 'summary'> | undefined): string | undefined {
  const title = oneLine(incident?.title ?? incident?.summary?.replace(/^\[#\d{1,12}\]\s*/, '') ?? '')
  return title === '' ? undefined : title
}

/** The incident's number as people say it: `#1234`. */
export function numberOf(incident: Pick<Incident, 'incident_number' | 'summary'> | undefined): string | undefined {
  const number = incident?.incident_number ?? /^\[#(\d{1,12})\]/.exec(incident?.summary ?? '')?.[1]
  return number ? `#${number}` : undefined
}
