/** The tables and their columns: truths first, what is derived from them last. Moments are milliseconds UTC, JSON is text, ids are text. */
import type { Generated } from 'kysely'
import type {
  DerivedArtefactsTable,
  DerivedCausesTable,
  DerivedItemOwnersTable,
  DerivedItemsTable,
  DerivedMilestonesTable,
  DerivedServicesTable,
  RollupsTable,
} from './derived-tables.ts'
import type { JobsTable, NoticesTable, SchedulesTable } from './jobs-tables.ts'
import type { LiveClientsTable, LiveLogsTable, LiveUpdatesTable } from './live-tables.ts'
import type {
  MembershipsTable,
  OwnerLinksTable,
  PasswordLinksTable,
  PeopleTable,
  SecretsTable,
  ServicesTable,
  SessionsTable,
  SettingsTable,
  TeamsTable,
  TenantsTable,
  TokensTable,
} from './people-tables.ts'

/** Everything that is kept. */
export interface Tables {
  audit: AuditTable
  comments: CommentsTable
  derived_artefacts: DerivedArtefactsTable
  derived_causes: DerivedCausesTable
  derived_item_owners: DerivedItemOwnersTable
  derived_items: DerivedItemsTable
  derived_milestones: DerivedMilestonesTable
  derived_services: DerivedServicesTable
  evidence: EvidenceTable
  idempotency: IdempotencyTable
  incidents: IncidentsTable
  jobs: JobsTable
  live_clients: LiveClientsTable
  live_logs: LiveLogsTable
  live_updates: LiveUpdatesTable
  memberships: MembershipsTable
  notices: NoticesTable
  owner_links: OwnerLinksTable
  password_links: PasswordLinksTable
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
  summary: string
  stage: string
  severity: string | null
  started_at: number | null
  quarter: string | null
  /** Whether the rollups count it. */
  counted: number
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

/** One line of a record, byte for byte as it stands in its file, with its line ending; `id` and `verb` are empty where it cannot be read. */
export interface RecordEntriesTable {
  postmortem_id: string
  seq: number
  id: string
  at: number
  actor: string
  verb: string
  line: string
}

/** The evidence beside a postmortem, one line of its file each, with its line ending. */
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

/** What is left of something that was purged. */
export interface TombstonesTable {
  id: string
  kind: string
  at: number
  actor: string
  reason: string
}
