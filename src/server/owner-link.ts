/** Makes the one-time link by which somebody becomes the owner. */
import type { Instant } from '../base/instant.ts'
import { newSecret, secretDigest } from './auth/secret.ts'
import { appendAudit } from './store/audit.ts'
import { insertOwnerLink } from './store/owner-links.ts'
import type { Store } from './store/store.ts'

/** What it takes to make one. */
export interface LinkMaker {
  readonly store: Store
  readonly settings: { readonly baseUrl: string }
  readonly now: () => Instant
}

/** The address; those made before end. The secret stands behind `#`, which browsers keep out of requests and so out of every log. */
export async function makeOwnerLink({ store, settings, now }: LinkMaker): Promise<string> {
  const secret = newSecret()
  const at = now()
  await store.transaction(async (tx) => {
    await insertOwnerLink(tx, secretDigest(secret), at)
    await appendAudit(tx, {
      at,
      actor: 'system',
      actorName: 'the command line',
      via: 'system',
      verb: 'owner-link.created',
      subject: 'owner',
      restricted: false,
      address: null,
      requestId: null,
      data: {},
    })
  })
  return `${settings.baseUrl}/owner#${secret}`
}
