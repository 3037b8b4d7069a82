/** The audit: who did what, from where. It is only ever appended to. */
import type { Instant } from '../../base/instant.ts'
import { tell } from './notices.ts'
import type { Reader, Writer } from './store.ts'

/** After these somebody may do less than before; every write says its verb here, so no open connection goes without being looked at. */
const RIGHTS: ReadonlySet<string> = new Set(['password.changed', 'person.changed', 'session.ended', 'token.revoked'])

/** One line of it. */
export interface AuditLine {
  readonly at: Instant
  /** Id of the person, or `system` or `public`. */
  readonly actor: string
  readonly actorName: string
  readonly via: string
  readonly verb: string
  readonly subject: string
  readonly restricted: boolean
  readonly address: string | null
  readonly requestId: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** Appends a line, in the transaction of what it tells of. */
export async function appendAudit(tx: Writer, line: AuditLine): Promise<void> {
  const { at, actor, actorName, via, verb, subject, restricted, address, requestId, data } = line
  if (RIGHTS.has(verb)) await tell(tx, 'rights', subject)
  await tx
    .insertInto('audit')
    .values({
      at,
      actor,
      actor_name: actorName,
      via,
      verb,
      subject,
      restricted: restricted ? 1 : 0,
      address,
      request_id: requestId,
      data: JSON.stringify(data),
    })
    .execute()
}

/** What a reading of the audit is narrowed by. */
export interface AuditFilter {
  readonly subject?: string | undefined
  readonly actor?: string | undefined
  readonly verb?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  /** Whether lines about restricted subjects are among them. */
  readonly restricted: boolean
}

/** The newest lines first, before a place in the log. */
export async function listAudit(
  db: Reader,
  { subject, actor, verb, from, to, restricted, before, limit }: AuditFilter & { before: number | null; limit: number },
) {
  let query = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit)
  if (before !== null) query = query.where('seq', '<', before)
  if (!restricted) query = query.where('restricted', '=', 0)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (actor !== undefined) query = query.where('actor', '=', actor)
  if (verb !== undefined) query = query.where('verb', '=', verb)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<', to)
  const rows = await query.execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    via: row.via,
    verb: row.verb,
    subject: row.subject,
    restricted: row.restricted === 1,
    address: row.address,
    requestId: row.request_id,
    data: JSON.parse(row.data) as Record<string, unknown>,
  }))
}
