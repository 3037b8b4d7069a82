/** The tables and their columns: truths first, what is derived from them last. Moments are milliseconds UTC, JSON is text, ids are text. */
import type { Generated } from 'kysely'
import type { LiveClientsTable, LiveLogsTable, LiveUpdatesTable } from './live-tables.ts'

/** Everything that is kept. */
export interface Tables {
  audit: AuditTable
  comments: CommentsTable
  derived_artefacts: DerivedArtefactsTable
  derived_causes: DerivedCausesTable
  derived_items: DerivedItemsTable
  derived_milestones: DerivedMilestonesTable
  evidence: EvidenceTable
  idempotency: IdempotencyTable
  incidents: IncidentsTable
  jobs: JobsTable
  live_clients: LiveClientsTable
  live_logs: LiveLogsTable
  live_updates: LiveUpdatesTable
  memberships: MembershipsTable
  owner_links: OwnerLinksTable
  people: PeopleTable
  postmortem_readers: PostmortemReadersTable
  postmortems: PostmortemsTable
  record_entries: RecordEntriesTable
  reviews: ReviewsTable
  revisions: RevisionsTable
  rollups: RollupsTable
  schedules: SchedulesTable
  secrets: SecretsTable
  services: ServicesTable
  sessions: SessionsTable
  settings: SettingsTable
  teams: TeamsTable
  tenants: TenantsTable
  tokens: TokensTable
  tombstones: TombstonesTable
}

/** What happened to the service, before and apart from its document. */
export interface IncidentsTable {
  /** `INC-2026-11-23-001`; restricted ones carry a random suffix. */
  id: string
  title: string
  /** P0..P3, or null where nobody said. */
  severity: string | null
  started_at: number | null
  ended_at: number | null
  all_clear_at: number | null
  /** Where it came from: `hand`, `api`, or a vendor's name. */
  source: string
  /** The vendor's id; unique for each source. */
  source_id: string | null
  url: string | null
  team_id: string | null
  /** JSON list of names. */
  services: string
  tenants: string
  regions: string
  commander: string | null
  visibility: 'internal' | 'restricted'
  /** Whether a postmortem is `required`, `optional`, `none` or `waived`. */
  postmortem: 'required' | 'optional' | 'none' | 'waived'
  waived_by: string | null
  waived_at: number | null
  waived_reason: string | null
  revision: number
  created_at: number
  created_by: string
  updated_at: number
}

/** The current text of a postmortem. */
export interface PostmortemsTable {
  /** The id of its incident. */
  id: string
  incident_id: string
  /** LF only; offsets are UTF-16 units. */
  text: string
  /** How the file itself ends its lines: `\n`, `\r\n` or `\r`. */
  line_ending: string
  bom: number
  revision: number
  /** SHA-256 of the text. */
  digest: string
  visibility: 'internal' | 'restricted'
  /** Derived from text and record, kept for lists. */
  title: string
  stage: string
  severity: string | null
  started_at: number | null
  quarter: string | null
  created_at: number
  created_by: string
  updated_at: number
}

/** Who may see a restricted postmortem, besides admins and who made it. */
export interface PostmortemReadersTable {
  postmortem_id: string
  person_id: string
}

/** A text as it stood. */
export interface RevisionsTable {
  postmortem_id: string
  number: number
  text: string
  digest: string
  at: number
  actor: string
  /** `created`, `edited`, `live`, `signed`, `item`, `restored`, ... */
  cause: string
}

/** One line of a record, as it stands in the file. */
export interface RecordEntriesTable {
  postmortem_id: string
  seq: number
  id: string
  at: number
  actor: string
  verb: string
  line: string
}

/** The evidence beside a postmortem, one line of its file each. */
export interface EvidenceTable {
  postmortem_id: string
  seq: number
  line: string
}

/** Comments and suggested edits, anchored in the text. */
export interface CommentsTable {
  id: string
  postmortem_id: string
  /** The comment that this one answers. */
  parent_id: string | null
  kind: 'comment' | 'suggestion'
  body: string
  /** Anchor: offsets into the text of `revision`, the words that stood there, and a relative position for live texts. */
  anchor: string | null
  revision: number
  /** JSON edits of a suggestion. */
  edits: string | null
  state: 'open' | 'resolved' | 'accepted' | 'refused'
  created_at: number
  created_by: string
  updated_at: number
  closed_by: string | null
}

/** The review meeting of a postmortem. */
export interface ReviewsTable {
  id: string
  postmortem_id: string
  at: number
  attendees: string
  notes: string
  created_at: number
  created_by: string
  updated_at: number
}

/** People who may sign in. */
export interface PeopleTable {
  id: string
  name: string
  /** Lower case. */
  email: string
  role: 'reader' | 'writer' | 'lead' | 'admin'
  /** scrypt, with its parameters; null for those of a provider. */
  password: string | null
  /** `issuer|subject` of an OpenID provider. */
  subject: string | null
  /** JSON list of names in chat and on-call tools. */
  handles: string
  disabled_at: number | null
  created_at: number
  updated_at: number
}

/** A browser that is signed in. */
export interface SessionsTable {
  id: string
  /** SHA-256 of the cookie's value. */
  secret: string
  person_id: string
  created_at: number
  seen_at: number
  expires_at: number
  rotated_at: number
  address: string
  agent: string
  /** The one before the last rotation, which answers for a moment longer. */
  previous_secret: string | null
}

/** An API token. */
export interface TokensTable {
  id: string
  /** SHA-256 of the secret. */
  secret: string
  name: string
  person_id: string
  /** JSON list of permissions. */
  scopes: string
  created_at: number
  expires_at: number
  revoked_at: number | null
  used_at: number | null
}

/** The one-time link that makes the first owner. */
export interface OwnerLinksTable {
  /** SHA-256 of the secret. */
  id: string
  created_at: number
  expires_at: number
  used_at: number | null
}

/** Who did what, from where; only ever appended. */
export interface AuditTable {
  seq: Generated<number>
  at: number
  actor: string
  actor_name: string
  /** `session`, `token`, `system`, `public`. */
  via: string
  verb: string
  subject: string
  /** Set where the subject is restricted, so that lists can leave it out. */
  restricted: number
  address: string | null
  request_id: string | null
  data: string
}

/** Answers given to creates, so that a repeated request has one effect. */
export interface IdempotencyTable {
  actor: string
  key: string
  route: string
  body: string
  status: number | null
  answer: string | null
  headers: string | null
  at: number
}

/** A team, with the lead who signs for it. */
export interface TeamsTable {
  id: string
  name: string
  lead_id: string | null
  created_at: number
  updated_at: number
}

/** Who belongs to which team. */
export interface MembershipsTable {
  team_id: string
  person_id: string
}

/** A service that incidents affect. */
export interface ServicesTable {
  id: string
  name: string
  team_id: string | null
  url: string | null
  created_at: number
  updated_at: number
}

/** A customer organisation, and whom to tell there. */
export interface TenantsTable {
  id: string
  name: string
  contact: string | null
  created_at: number
  updated_at: number
}

/** Settings that an administrator changed; environment and file stand over them. */
export interface SettingsTable {
  key: string
  value: string
  updated_at: number
  updated_by: string
}

/** Secrets of vendors, sealed with the key file. */
export interface SecretsTable {
  name: string
  sealed: string
  updated_at: number
  updated_by: string
}

/** What is left of something that was purged. */
export interface TombstonesTable {
  id: string
  kind: string
  at: number
  actor: string
  reason: string
}

/** Work to be done later, at least once. */
export interface JobsTable {
  id: string
  kind: string
  data: string
  /** At most one waiting job for each key. */
  unique_key: string | null
  run_at: number
  attempts: number
  lease_until: number | null
  lease_by: string | null
  state: 'waiting' | 'running' | 'done' | 'dead'
  error: string | null
  created_at: number
  updated_at: number
}

/** When each schedule fires next. */
export interface SchedulesTable {
  name: string
  next_at: number
}

/** Action items as they stand, from text and record. */
export interface DerivedItemsTable {
  postmortem_id: string
  /** `A1` */
  key: string
  place: number
  description: string
  owner: string | null
  ticket: string | null
  status: string
  claim: string | null
  due: string | null
  first_due: string | null
  quarter: string | null
  priority: string | null
  type: string | null
  addresses: string
  proof: string | null
  done_on: string | null
  verified_on: string | null
  effect: string | null
  team_id: string | null
  restricted: number
}

/** Moments of an incident, from its timeline. */
export interface DerivedMilestonesTable {
  postmortem_id: string
  kind: string
  at: number
}

/** Causes, from the root cause section. */
export interface DerivedCausesTable {
  postmortem_id: string
  cause: string
  kind: string
  text: string
}

/** Runbooks, dashboards, alerts and the like that a postmortem names. */
export interface DerivedArtefactsTable {
  postmortem_id: string
  place: number
  kind: string
  text: string
  url: string | null
}

/** Counts for pages and metrics, written in the transaction that changes them. */
export interface RollupsTable {
  /** `stage`, `items`, `closure`, ... */
  name: string
  key: string
  value: number
}
