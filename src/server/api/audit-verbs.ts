/** What the audit knows how to say, sorted. */

/** Every verb. */
export const AUDIT_VERBS = [
  'comment.changed',
  'comment.created',
  'evidence.added',
  'incident.changed',
  'incident.created',
  'incident.waived',
  'item.changed',
  'job.discarded',
  'job.run',
  'owner-link.created',
  'owner.created',
  'person.changed',
  'person.created',
  'postmortem.changed',
  'postmortem.created',
  'postmortem.purged',
  'postmortem.recorded',
  'review.changed',
  'service.changed',
  'session.created',
  'session.ended',
  'session.refused',
  'setting.changed',
  'team.changed',
  'tenant.changed',
  'token.created',
  'token.revoked',
] as const

/** One verb. */
export type AuditVerb = (typeof AUDIT_VERBS)[number]
