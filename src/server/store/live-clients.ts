/** Whose the Yjs client ids of live logs are. */
import type { Reader, Writer } from './store.ts'

/** Who writes under which id in a log. */
export async function clientsOf(db: Reader, id: string): Promise<Map<number, string>> {
  const rows = await db.selectFrom('live_clients').select(['client', 'actor']).where('postmortem_id', '=', id).execute()
  return new Map(rows.map(({ client, actor }) => [client, actor]))
}

/** Notes who writes under new ids; one that is taken stays whose it is. */
export async function claimClients(
  tx: Writer,
  claims: readonly { readonly id: string; readonly client: number; readonly actor: string }[],
): Promise<void> {
  if (claims.length === 0) return
  await tx
    .insertInto('live_clients')
    .values(claims.map(({ id, client, actor }) => ({ postmortem_id: id, client, actor })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
