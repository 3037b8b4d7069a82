/** Who asks for a live connection: by the session's cookie from our own pages, or by an API token. */
import type { Instant } from '../../base/instant.ts'
import { clientAddress } from '../api/client-address.ts'
import { ApiFailure } from '../api/failure.ts'
import { parseCookies, SESSION_COOKIE } from '../auth/cookies.ts'
import { secretDigest } from '../auth/secret.ts'
import type { House } from '../house.ts'
import { findSession } from '../store/sessions.ts'
import { findToken } from '../store/tokens.ts'
import type { Holder } from './connection.ts'

/** What is looked at of a request for an upgrade. */
export interface UpgradeRequest {
  readonly url?: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/** The holder; throws where it is nobody, or where another site asks. A session is not rotated here, since no cookie can be set safely. */
export async function whoConnects(house: House, request: UpgradeRequest, now: Instant): Promise<Holder> {
  const header = (name: string) => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : undefined
  }
  const address = clientAddress(header('x-forwarded-for'), request.socket.remoteAddress, house)
  const authorization = header('authorization')
  const origin = header('origin')
  // A page of another site sends its origin, whoever is signed in; programs send none.
  if (origin !== undefined ? origin !== house.settings.baseUrl : authorization === undefined)
    throw new ApiFailure(
      'forbidden',
      'cross-site',
      `The connection comes from ${origin ?? 'an unknown page'} and not from ${house.settings.baseUrl}. Where that is the right address, set BASE_URL to how browsers reach the server.`,
    )
  if (authorization !== undefined) {
    const secret = /^Bearer +(nt_[\w-]{43})$/i.exec(authorization)?.[1]
    const found = secret ? await findToken(house.store.read, secretDigest(secret), now) : null
    if (!found) throw notSignedIn()
    const { person, token } = found
    return { id: person.id, name: person.name, via: 'token', credential: token.id, address }
  }
  const secret = parseCookies(header('cookie') ?? null)[SESSION_COOKIE]
  const found = secret ? await findSession(house.store.read, secretDigest(secret), now) : null
  if (!found) throw notSignedIn()
  const { person, session } = found
  return { id: person.id, name: person.name, via: 'session', credential: session.id, address }
}

function notSignedIn(): ApiFailure {
  return new ApiFailure(
    'not-signed-in',
    'not-signed-in',
    'Sign in, or send an API token as "Authorization: Bearer ...".',
    { headers: { 'www-authenticate': 'Bearer realm="nevertwice"' } },
  )
}
