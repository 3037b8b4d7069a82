/** The parts of PagerDuty's REST answers (version 2) that are read. */
import { z } from 'zod'
import { anything, looseList, loosely, looseRecord, looseText } from '../kit/shapes.ts'

/** A user, team, service or policy, as a reference or whole. */
export const Reference = z.looseObject({
  id: looseText,
  type: looseText,
  summary: looseText,
  name: looseText,
  html_url: looseText,
})
export type Reference = z.infer<typeof Reference>

const References = z
  .unknown()
  .transform((value) =>
    (Array.isArray(value) ? value : []).flatMap((entry) => {
      const parsed = Reference.safeParse(entry)
      return parsed.success ? [parsed.data] : []
    }),
  )
  .optional()

/** `GET /incidents/{id}`. */
export const Incident = z.looseObject({
  id: z.string(),
  incident_number: looseText,
  title: looseText,
  summary: looseText,
  html_url: looseText,
  created_at: anything,
  resolved_at: anything,
  last_status_change_at: anything,
  last_status_change_by: loosely(Reference),
  status: looseText,
  urgency: looseText,
  priority: loosely(Reference.nullable()),
  service: loosely(Reference),
  impacted_services: References,
  teams: References,
  escalation_policy: loosely(Reference),
  acknowledgements: looseList,
})
export type Incident = z.infer<typeof Incident>

/** `GET /incidents/{id}/log_entries`; the type is any text, for the list grows. */
export const LogEntry = z.looseObject({
  id: z.string(),
  type: z.string(),
  created_at: anything,
  summary: looseText,
  html_url: looseText,
  message: looseText,
  note: looseText,
  agent: loosely(Reference),
  user: loosely(Reference),
  assignees: References,
  assigned_user: loosely(Reference),
  teams: References,
  service: loosely(Reference),
  incident: loosely(Reference),
  contexts: looseList,
  event_details: looseRecord,
  channel: looseRecord,
  responders: References,
})
export type LogEntry = z.infer<typeof LogEntry>

/** `GET /incidents/{id}/notes`. */
export const Note = z.looseObject({
  id: looseText,
  content: z.string(),
  created_at: anything,
  user: loosely(Reference),
})
export type Note = z.infer<typeof Note>

/** `GET /incidents/{id}/alerts`. */
export const Alert = z.looseObject({
  id: z.string(),
  summary: looseText,
  html_url: looseText,
  created_at: anything,
  resolved_at: anything,
  status: looseText,
  severity: looseText,
  service: loosely(Reference),
  incident: loosely(Reference),
  body: looseRecord,
})
export type Alert = z.infer<typeof Alert>

/** `GET /incidents/{id}/related_change_events`. */
export const ChangeEvent = z.looseObject({
  id: z.string(),
  summary: looseText,
  timestamp: anything,
  source: looseText,
  links: looseList,
})
export type ChangeEvent = z.infer<typeof ChangeEvent>

/** `GET /oncalls`: who stood at which level. */
export const OnCall = z.looseObject({ user: Reference, escalation_level: z.number() })
export type OnCall = z.infer<typeof OnCall>
