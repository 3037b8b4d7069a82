/** Listens on PostgreSQL over a connection of its own, which is made anew when it breaks. */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** How long to wait before the connection is tried again, at first and at most. */
const AGAIN = { first: 100, most: 5000 }

/**
 * Listens on a channel (a name that is safe as an identifier) until told to stop. `hears` gets each payload, and null after a connection
 * was made anew, since what was told in between is lost.
 */
export async function listenOnPostgres(
  url: string,
  channel: string,
  hears: (payload: string | null) => void,
): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  let client = await connect()
  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true })
    fresh.on('error', () => {})
    fresh.on('notification', ({ payload }) => hears(payload ?? null))
    await fresh.connect()
    fresh.once('end', () => void again())
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    return fresh
  }
  async function again(): Promise<void> {
    for (let delay = AGAIN.first; !stopping.signal.aborted; delay = Math.min(delay * 2, AGAIN.most)) {
      try {
        await wait(delay, undefined, { signal: stopping.signal })
        client = await connect()
        if (stopping.signal.aborted) await client.end()
        else hears(null)
        return
      } catch {
        // Still away, or told to stop meanwhile.
      }
    }
  }
  return async () => {
    stopping.abort()
    await client.end()
  }
}
