/** The closed list of what can happen in an incident; every vendor's event types map to these only. */

/** All kinds, in the order in which an incident usually meets them. */
export const EVENT_KINDS = [
  'change',
  'impact-started',
  'observed',
  'alert',
  'paged',
  'acknowledged',
  'declared',
  'escalated',
  'runbook',
  'investigation',
  'cause-identified',
  'mitigation',
  'communicated',
  'impact-ended',
  'all-clear',
  'follow-up',
  'other',
] as const

/** One kind of event. */
export type EventKind = (typeof EVENT_KINDS)[number]
