/** The first schema. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from '../migration.ts'

/** Makes every table; the SQL is what SQLite and PostgreSQL share, but for bytes and counters. */
export const first: Migration = {
  name: '0001-first',
  async up(db: Kysely<unknown>, kind) {
    const bytes = kind === 'postgres' ? sql`bytea` : sql`blob`
    const counter = kind === 'postgres' ? sql`bigserial primary key` : sql`integer primary key autoincrement`
    const table = (name: string, columns: string) => sql.raw(`create table ${name} (${columns})`).execute(db)
    const index = (name: string, on: string) => sql.raw(`create index ${name} on ${on}`).execute(db)

    await table(
      'people',
      `id text primary key, name text not null, email text not null unique, role text not null, password text, subject text unique,
       handles text not null, disabled_at bigint, created_at bigint not null, updated_at bigint not null`,
    )
    await table(
      'sessions',
      `id text primary key, secret text not null unique, person_id text not null references people (id) on delete cascade,
       created_at bigint not null, seen_at bigint not null, expires_at bigint not null, rotated_at bigint not null, address text not null, agent text not null,
       previous_secret text unique`,
    )
    await index('sessions_person', 'sessions (person_id)')
    await table(
      'tokens',
      `id text primary key, secret text not null unique, name text not null, person_id text not null references people (id) on delete cascade,
       scopes text not null, created_at bigint not null, expires_at bigint not null, revoked_at bigint, used_at bigint`,
    )
    await index('tokens_person', 'tokens (person_id)')
    await table(
      'owner_links',
      'id text primary key, created_at bigint not null, expires_at bigint not null, used_at bigint',
    )
    await table(
      'password_links',
      `id text primary key, person_id text not null references people (id) on delete cascade, created_at bigint not null,
       expires_at bigint not null`,
    )
    await index('password_links_person', 'password_links (person_id)')
    await table(
      'teams',
      `id text primary key, name text not null unique, lead_id text references people (id) on delete set null,
       created_at bigint not null, updated_at bigint not null`,
    )
    await table(
      'memberships',
      `team_id text not null references teams (id) on delete cascade, person_id text not null references people (id) on delete cascade,
       primary key (team_id, person_id)`,
    )
    await table(
      'services',
      `id text primary key, name text not null unique, team_id text references teams (id) on delete set null, url text,
       created_at bigint not null, updated_at bigint not null`,
    )
    await table(
      'tenants',
      'id text primary key, name text not null unique, contact text, created_at bigint not null, updated_at bigint not null',
    )
    await table(
      'incidents',
      `id text primary key, title text not null, severity text, started_at bigint, ended_at bigint, all_clear_at bigint,
       source text not null, source_id text, url text, team_id text references teams (id) on delete set null, services text not null,
       tenants text not null, regions text not null, commander text, visibility text not null, postmortem text not null,
       waived_by text, waived_at bigint, waived_reason text, revision integer not null, created_at bigint not null,
       created_by text not null, updated_at bigint not null`,
    )
    await sql.raw('create unique index incidents_source on incidents (source, source_id)').execute(db)
    await index('incidents_newest', 'incidents (created_at desc, id desc)')
    await index('incidents_postmortem', 'incidents (postmortem, id)')
    await table(
      'postmortems',
      `id text primary key, incident_id text not null references incidents (id), text text not null, line_ending text not null,
       bom integer not null, revision integer not null, digest text not null, visibility text not null, title text not null,
       summary text not null, stage text not null, severity text, started_at bigint, quarter text, counted integer not null,
       created_at bigint not null, created_by text not null, updated_at bigint not null`,
    )
    await index('postmortems_incident', 'postmortems (incident_id)')
    await index('postmortems_newest', 'postmortems (created_at desc, id desc)')
    await index('postmortems_stage', 'postmortems (stage, created_at desc, id desc)')
    await index('postmortems_severity', 'postmortems (severity, created_at desc, id desc)')
    await index('postmortems_quarter', 'postmortems (quarter, created_at desc, id desc)')
    await index('postmortems_changed', 'postmortems (updated_at)')
    const own = 'postmortem_id text not null references postmortems (id) on delete cascade'
    await table(
      'postmortem_readers',
      `${own}, person_id text not null references people (id) on delete cascade, primary key (postmortem_id, person_id)`,
    )
    await table(
      'revisions',
      `${own}, number integer not null, text text not null, digest text not null, at bigint not null, actor text not null,
       cause text not null, primary key (postmortem_id, number)`,
    )
    await table(
      'record_entries',
      `${own}, seq integer not null, id text not null, at bigint not null, actor text not null, verb text not null, line text not null,
       primary key (postmortem_id, seq)`,
    )
    await table('evidence', `${own}, seq integer not null, line text not null, primary key (postmortem_id, seq)`)
    await table(
      'comments',
      `id text primary key, ${own}, parent_id text references comments (id) on delete cascade, kind text not null, body text not null,
       anchor text, revision integer not null, edits text, state text not null, created_at bigint not null, created_by text not null,
       updated_at bigint not null, closed_by text`,
    )
    await index('comments_postmortem', 'comments (postmortem_id, created_at, id)')
    await table(
      'reviews',
      `id text primary key, ${own}, at bigint not null, attendees text not null, notes text not null, created_at bigint not null,
       created_by text not null, updated_at bigint not null`,
    )
    await index('reviews_postmortem', 'reviews (postmortem_id)')
    await sql`create table live_updates (postmortem_id text not null references postmortems (id) on delete cascade, seq integer not null,
      ${sql.ref('update')} ${bytes} not null, actor text not null, at bigint not null, primary key (postmortem_id, seq))`.execute(
      db,
    )
    await table(
      'live_logs',
      `postmortem_id text primary key references postmortems (id) on delete cascade, generation text not null,
       text_seq integer not null, revision_seq integer not null`,
    )
    await table(
      'live_clients',
      `${own}, client bigint not null, actor text not null, primary key (postmortem_id, client)`,
    )
    await sql`create table audit (seq ${counter}, at bigint not null, actor text not null, actor_name text not null, via text not null,
      verb text not null, subject text not null, restricted integer not null, address text, request_id text, data text not null)`.execute(
      db,
    )
    await index('audit_subject', 'audit (subject, seq)')
    await index('audit_actor', 'audit (actor, seq)')
    await index('audit_verb', 'audit (verb, seq)')
    await table(
      'idempotency',
      `actor text not null, key text not null, route text not null, body text not null, status integer, answer text, headers text,
       at bigint not null, primary key (actor, key)`,
    )
    await index('idempotency_at', 'idempotency (at)')
    await table(
      'settings',
      'key text primary key, value text not null, updated_at bigint not null, updated_by text not null',
    )
    await table(
      'secrets',
      'name text primary key, sealed text not null, updated_at bigint not null, updated_by text not null',
    )
    await table(
      'tombstones',
      'id text primary key, kind text not null, at bigint not null, actor text not null, reason text not null',
    )
    await table(
      'jobs',
      `id text primary key, kind text not null, data text not null, unique_key text, run_at bigint not null,
       attempts integer not null, lease_until bigint, lease_by text, state text not null, error text, created_at bigint not null,
       updated_at bigint not null`,
    )
    await index('jobs_due', 'jobs (state, run_at, id)')
    await sql.raw(`create unique index jobs_waiting on jobs (unique_key) where state = 'waiting'`).execute(db)
    await table(
      'notices',
      `key text primary key, what text not null, subject text not null, person_id text not null references people (id) on delete cascade,
       at bigint not null, state text not null, told_at bigint`,
    )
    await table('schedules', 'name text primary key, next_at bigint not null')
    await table(
      'derived_items',
      `${own}, key text not null, place integer not null, description text not null, owner text, ticket text, status text not null,
       claim text, due text, first_due text, quarter text, priority text, type text, addresses text not null, proof text, done_on text,
       verified_on text, effect text, closure text, late_on text, sort_due text not null, team_id text, restricted integer not null,
       primary key (postmortem_id, place)`,
    )
    await index('items_due', 'derived_items (sort_due, postmortem_id, place)')
    await index('items_status', 'derived_items (status, sort_due, postmortem_id, place)')
    await index('items_quarter', 'derived_items (quarter, sort_due, postmortem_id, place)')
    await index('items_late', 'derived_items (late_on)')
    await table(
      'derived_item_owners',
      `${own}, place integer not null, owner text not null, sort_due text not null, primary key (postmortem_id, place, owner)`,
    )
    await index('items_owner', 'derived_item_owners (owner, sort_due, postmortem_id, place)')
    await table('derived_services', `${own}, name text not null, primary key (postmortem_id, name)`)
    await index('services_named', 'derived_services (name, postmortem_id)')
    await table(
      'derived_milestones',
      `${own}, kind text not null, at bigint not null, primary key (postmortem_id, kind)`,
    )
    await table(
      'derived_causes',
      `${own}, place integer not null, cause text not null, kind text not null, text text not null, primary key (postmortem_id, place)`,
    )
    await table(
      'derived_artefacts',
      `${own}, place integer not null, kind text not null, text text not null, url text, primary key (postmortem_id, place)`,
    )
    await table('rollups', 'name text not null, key text not null, value bigint not null, primary key (name, key)')
  },
}
