/** Answers to creates, kept for a day, so that a request that is sent again has one effect. */
import type { Instant } from '../../base/instant.ts'
import type { Store, Writer } from './store.ts'

/** Who sent which key with what. */
export interface IdempotentRequest {
  readonly actor: string
  readonly key: string
  readonly route: string
  /** SHA-256 of the body. */
  readonly body: string
}

/** An answer as it was given. */
export interface KeptAnswer {
  readonly status: number
  readonly answer: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Takes a key in a transaction, which whoever sends the same at once has to wait for. Answers `taken` where it is new,
 * `other` where it was used for another request, and the answer that was given otherwise.
 */
export async function takeKey(
  tx: Writer,
  kind: Store['kind'],
  { actor, key, route, body }: IdempotentRequest,
  now: Instant,
): Promise<KeptAnswer | 'other' | 'taken'> {
  const inserted = await tx
    .insertInto('idempotency')
    .values({ actor, key, route, body, status: null, answer: null, headers: null, at: now })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (inserted) return 'taken'
  let query = tx.selectFrom('idempotency').selectAll().where('actor', '=', actor).where('key', '=', key)
  if (kind === 'postgres') query = query.forUpdate()
  const kept = await query.executeTakeFirstOrThrow()
  if (kept.route !== route || kept.body !== body) return 'other'
  return { status: kept.status!, answer: kept.answer!, headers: JSON.parse(kept.headers!) as Record<string, string> }
}

/** Keeps the answer beside its key, in the same transaction as its effect. */
export async function keepAnswer(
  tx: Writer,
  { actor, key }: IdempotentRequest,
  { status, answer, headers }: KeptAnswer,
): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ status, answer, headers: JSON.stringify(headers) })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute()
}
