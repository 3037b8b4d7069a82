/** What a backup holds: every table, in an order in which each row comes after those that it refers to. */
import type { Tables } from './tables.ts'

/** One table and how it is walked. */
export interface BackupTable {
  readonly name: keyof Tables
  /** Columns that order its rows, each row once. */
  readonly key: readonly string[]
  /** Rows read at once: few where one of them may hold a whole document. */
  readonly page: number
}

const MANY = 500
const FEW = 20

const table = (name: keyof Tables, key: readonly string[], page = MANY): BackupTable => ({ name, key, page })

/** In the order in which they are written and read back. */
export const BACKUP_TABLES: readonly BackupTable[] = [
  table('people', ['id']),
  table('tokens', ['id']),
  table('teams', ['id']),
  table('memberships', ['team_id', 'person_id']),
  table('services', ['id']),
  table('tenants', ['id']),
  table('incidents', ['id']),
  table('postmortems', ['id'], FEW),
  table('postmortem_readers', ['postmortem_id', 'person_id']),
  table('revisions', ['postmortem_id', 'number'], FEW),
  table('record_entries', ['postmortem_id', 'seq']),
  table('evidence', ['postmortem_id', 'seq']),
  // A comment that answers another is younger than it.
  table('comments', ['created_at', 'id']),
  table('reviews', ['id']),
  table('live_logs', ['postmortem_id']),
  table('live_updates', ['postmortem_id', 'seq'], FEW),
  table('live_clients', ['postmortem_id', 'client']),
  table('audit', ['seq']),
  table('idempotency', ['actor', 'key']),
  table('settings', ['key']),
  table('secrets', ['name']),
  table('tombstones', ['id']),
  table('jobs', ['id']),
  table('schedules', ['name']),
  table('notices', ['key']),
  table('derived_items', ['postmortem_id', 'place']),
  table('derived_item_owners', ['postmortem_id', 'place', 'owner']),
  table('derived_services', ['postmortem_id', 'name']),
  table('derived_milestones', ['postmortem_id', 'kind']),
  table('derived_causes', ['postmortem_id', 'cause']),
  table('derived_artefacts', ['postmortem_id', 'place']),
  table('rollups', ['name', 'key']),
]

/** Left out: who was signed in, and links that were open, would be so again on the day of a restore. */
export const NOT_BACKED_UP: readonly (keyof Tables)[] = ['owner_links', 'password_links', 'sessions']
