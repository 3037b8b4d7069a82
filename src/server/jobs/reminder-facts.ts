/** What a reminder says, as things stand when it is sent: what was done meanwhile is not told any more. */
import { formatInstant, type Instant, utcDay } from '../../base/instant.ts'
import type { House } from '../house.ts'
import type { ReminderFacts, ReminderKind } from '../mail/reminder.ts'
import { readOpenItems, readOwingIncidents } from '../store/jobs-deadlines.ts'
import { type Addressee, readReaders } from '../store/jobs-people.ts'
import { maySee } from './addressees.ts'
import { momentWords, owedBy } from './owed.ts'

/** What was noted to be told. */
export interface NotedReminder {
  readonly what: ReminderKind
  readonly subject: string
  readonly deadline: string
}

/** Null where it is not true any more, or not for this person to see. */
export async function reminderFacts(
  house: House,
  noted: NotedReminder,
  person: Addressee,
  now: Instant,
): Promise<ReminderFacts | null> {
  return noted.what.startsWith('item-')
    ? itemFacts(house, noted, person, now)
    : incidentFacts(house, noted, person, now)
}

async function incidentFacts(
  { store, rules }: House,
  { what, subject, deadline }: NotedReminder,
  person: Addressee,
  now: Instant,
): Promise<ReminderFacts | null> {
  const [incident] = await readOwingIncidents(store.read, subject)
  if (!incident) return null
  const readers = await readReaders(store.read, incident.postmortem)
  const may = new Set([incident.createdBy, ...(incident.author ? [incident.author] : []), ...readers])
  if (!maySee(person, { restricted: incident.restricted, may })) return null
  const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  const owed = (await owedBy(store.read, incident, rules.policy, all)).find(
    (each) => what.startsWith(each.what) && formatInstant(each.due) === deadline,
  )
  if (!owed || now > owed.due !== what.endsWith('-overdue')) return null
  const { title, severity } = incident
  const because = 'you are its incident commander or its author, or lead its team or this server'
  return { what, subject, title, severity, due: momentWords(owed.due), missing: owed.missing, because }
}

async function itemFacts(
  { store }: House,
  { what, subject, deadline }: NotedReminder,
  person: Addressee,
  now: Instant,
): Promise<ReminderFacts | null> {
  const [incident = '', key = ''] = subject.split('#')
  const [item] = await readOpenItems(store.read, { from: deadline, to: deadline, only: { incident, key } })
  if (!item || deadline < utcDay(now) !== what.endsWith('-overdue')) return null
  const readers = await readReaders(store.read, item.postmortem)
  const may = new Set([item.incidentBy, item.author, ...readers])
  if (!maySee(person, { restricted: item.restricted, may })) return null
  const because = 'you are named as its owner, or lead its team or this server'
  return { what, subject, title: item.description, severity: null, due: deadline, missing: [], because }
}
