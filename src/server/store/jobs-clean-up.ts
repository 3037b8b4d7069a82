/** Throws away what has had its time. */
import { DAY, type Instant } from '../../base/instant.ts'
import { SESSION_SILENCE } from './sessions.ts'
import type { Store } from './store.ts'

/** How long answers to creates, used owner links, done jobs and notices are kept. */
const KEPT = { idempotency: DAY, ownerLinks: DAY, jobs: 7 * DAY, notices: 400 * DAY }

/** How many rows were thrown away, by what they were. Each in a transaction of its own, so that writers wait for none of them long. */
export async function cleanUp(store: Store, now: Instant): Promise<Readonly<Record<string, number>>> {
  const gone = {
    sessions: await store.transaction((tx) =>
      tx
        .deleteFrom('sessions')
        .where(({ eb, or }) => or([eb('expires_at', '<=', now), eb('seen_at', '<=', now - SESSION_SILENCE)]))
        .executeTakeFirst(),
    ),
    idempotency: await store.transaction((tx) =>
      tx
        .deleteFrom('idempotency')
        .where('at', '<=', now - KEPT.idempotency)
        .executeTakeFirst(),
    ),
    ownerLinks: await store.transaction((tx) =>
      tx
        .deleteFrom('owner_links')
        .where('expires_at', '<=', now - KEPT.ownerLinks)
        .executeTakeFirst(),
    ),
    jobs: await store.transaction((tx) =>
      tx
        .deleteFrom('jobs')
        .where('state', '=', 'done')
        .where('updated_at', '<=', now - KEPT.jobs)
        .executeTakeFirst(),
    ),
    notices: await store.transaction((tx) =>
      tx
        .deleteFrom('notices')
        .where('at', '<=', now - KEPT.notices)
        .executeTakeFirst(),
    ),
  }
  return Object.fromEntries(Object.entries(gone).map(([what, { numDeletedRows }]) => [what, Number(numDeletedRows)]))
}
