/** Empty databases in the throwaway PostgreSQL of this run of tests. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `test/postgres/one-for-all.ts` answers. */
    postgresSocket: string
  }
}

/** One database, until `remove`, which also throws out who is still connected. */
export async function freshDatabase(): Promise<{ readonly url: string; readonly remove: () => Promise<void> }> {
  const lease = connect(inject('postgresSocket')).setEncoding('utf8')
  const [line] = await once(lease, 'data')
  const { url, error } = JSON.parse(line) as { url?: string; error?: string }
  if (url === undefined) throw new Error(error)
  return {
    url,
    async remove() {
      lease.end()
      await once(lease, 'close')
    },
  }
}
