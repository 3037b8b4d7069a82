/** What a log entry says, in one neutral sentence, with its kind where PagerDuty's type states it. */
import type { EventKind } from '../../evidence/event-kind.ts'
import { isObject } from '../kit/is-object.ts'
import { oneLine } from '../kit/plain-text.ts'
import { kindOf, type Levels } from './levels.ts'
import { assigneesOf, isPerson, nameOf, namesOf, numberOf, titleOf } from './names.ts'
import type { Incident, LogEntry } from './shape.ts'

/** The words of one entry. */
export interface EntryWords {
  readonly title: string
  readonly kind?: EventKind
  readonly text?: string
  readonly receiver?: string
}

type Say = (entry: LogEntry, incident: Incident | undefined, levels: Levels) => EntryWords

const SAID: Readonly<Record<string, Say>> = {
  acknowledge: (entry) => ({ title: by('Acknowledged', entry), kind: 'acknowledged' }),
  annotate: (entry) => noteWords(noteText(entry) ?? summaryOf(entry)),
  assign: (entry, _, levels) => ({ title: `Assigned to ${withLevel(entry, levels)}`, kind: 'other' }),
  delegate: (entry, _, levels) => ({ title: `Delegated to ${withLevel(entry, levels)}`, kind: 'escalated' }),
  escalate: (entry, _, levels) => ({ title: `Escalated to ${withLevel(entry, levels)}`, kind: 'escalated' }),
  exhaust_escalation_path: () => ({ title: 'End of the escalation path reached', kind: 'other' }),
  notify: notifyWords,
  priority_change: priorityWords,
  reach_ack_limit: () => ({ title: 'Limit of acknowledgements reached', kind: 'other' }),
  reach_trigger_limit: () => ({ title: 'Limit of triggers reached', kind: 'other' }),
  reassign: (entry, _, levels) => ({ title: `Reassigned to ${withLevel(entry, levels)}`, kind: 'escalated' }),
  repeat_escalation_path: () => ({ title: 'Escalation path repeated', kind: 'other' }),
  resolve: (entry) => ({ title: by('Incident resolved', entry), kind: 'all-clear' }),
  responder_request: (entry) => ({ title: summaryOf(entry), kind: 'escalated' }),
  snooze: (entry) => ({ title: by('Snoozed', entry), kind: 'other' }),
  status_update: (entry) => statusWords(entry),
  trigger: triggerWords,
  unacknowledge: (entry) => ({
    title: isPerson(entry.agent) ? by('Acknowledgement withdrawn', entry) : 'Acknowledgement ran out',
    kind: 'other',
  }),
}

/** Words for any entry; a type that is not known keeps PagerDuty's summary. */
export function entryWords(entry: LogEntry, incident: Incident | undefined, levels: Levels): EntryWords {
  const kind = kindOf(entry)
  const say = Object.hasOwn(SAID, kind) ? SAID[kind] : undefined
  return say ? say(entry, incident, levels) : { title: summaryOf(entry) }
}

/** The words of a note: its first line, and the whole where there is more. */
export function noteWords(content: string): EntryWords {
  const first = content.trim().split('\n', 1)[0] ?? ''
  const title = oneLine(first)
  return title === content.trim() ? { title } : { title, text: content.trim() }
}

/** What a person wrote into an annotation, where the entry carries it. */
export function noteText(entry: LogEntry): string | undefined {
  const { channel } = entry
  const text = [channel?.content, entry.note, channel?.type === 'note' ? channel.summary : undefined].find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  )
  return text
}

function triggerWords(entry: LogEntry, incident: Incident | undefined): EntryWords {
  const number = numberOf(incident) ?? numberOf(entry.incident)
  const description = textIn(entry.event_details, 'description') ?? textIn(entry.channel, 'subject')
  const title = titleOf(incident) ?? titleOf(entry.incident) ?? description ?? summaryOf(entry)
  const more = description && description !== title ? { text: description } : {}
  const kind = isPerson(entry.agent) ? 'declared' : 'alert'
  return { title: `PagerDuty incident ${number ? `${number} ` : ''}triggered: ${title}`, kind, ...more }
}

function notifyWords(entry: LogEntry, _: Incident | undefined, levels: Levels): EntryWords {
  const receiver = nameOf(entry.user)
  if (!receiver) return { title: summaryOf(entry), kind: 'paged' }
  const notification = isObject(entry.channel?.notification) ? entry.channel.notification : {}
  const failed = /fail|busy|no_?answer|blocked|error|undeliver/i.test(String(notification.status ?? ''))
  if (failed) return { title: `Page to ${receiver}${levelMark(receiver, levels)} did not get through`, kind: 'other' }
  return { title: `Page sent to ${receiver}${levelMark(receiver, levels)}`, kind: 'paged', receiver }
}

function priorityWords(entry: LogEntry): EntryWords {
  const before = priorityName(entry.channel?.old_priority)
  const after = priorityName(entry.channel?.new_priority)
  if (!after) return { title: summaryOf(entry), kind: 'other' }
  return { title: before ? `Priority changed from ${before} to ${after}` : `Priority set to ${after}`, kind: 'other' }
}

function statusWords(entry: LogEntry): EntryWords {
  const message = entry.message ?? textIn(entry.channel, 'message')
  const title = message ? `Status update sent: ${oneLine(message)}` : summaryOf(entry)
  return { title, kind: 'communicated' }
}

function priorityName(value: unknown): string | undefined {
  if (typeof value === 'string') return oneLine(value) || undefined
  if (!isObject(value)) return undefined
  const name = value.summary ?? value.name
  return typeof name === 'string' ? oneLine(name) : undefined
}

function by(what: string, entry: LogEntry): string {
  const agent = entry.agent ?? entry.user
  const name = nameOf(agent)
  if (!name) return what
  return isPerson(agent) || agent?.type === undefined ? `${what} by ${name}` : `${what} through ${name}`
}

function withLevel(entry: LogEntry, levels: Levels): string {
  const assignees = assigneesOf(entry)
  if (assignees.length === 0) return 'nobody named'
  const names = namesOf(assignees)
  return assignees.length === 1 ? names + levelMark(names, levels) : names
}

function levelMark(name: string, levels: Levels): string {
  return name === levels.primary ? ' (primary)' : name === levels.secondary ? ' (secondary)' : ''
}

function summaryOf(entry: LogEntry): string {
  return oneLine(entry.summary ?? '') || kindOf(entry).replaceAll('_', ' ')
}

function textIn(holder: Record<string, unknown> | undefined, key: string): string | undefined {
  const value = holder?.[key]
  return typeof value === 'string' && value.trim() !== '' ? oneLine(value) : undefined
}
