/** Finds out who sends a request: by its API token, or by its session. */
import type { Instant } from '../../base/instant.ts'
import { ApiFailure } from '../api/failure.ts'
import type { House } from '../house.ts'
import { findSession, touchSession } from '../store/sessions.ts'
import { findToken, touchToken } from '../store/tokens.ts'
import type { Actor } from './actor.ts'
import { parseCookies, SESSION_COOKIE, sessionCookie } from './cookies.ts'
import { permissionsOf } from './permissions.ts'
import { newSecret, secretDigest } from './secret.ts'

/** How often a session gets a new secret, and how often it is noted that it was seen. */
const ROTATE_AFTER = 60 * 60 * 1000
const SEEN_AFTER = 60 * 1000

/** Who it is, the cookies that were sent, and a cookie to set where the session has a new secret. */
export interface Authenticated {
  readonly actor: Actor
  readonly cookies: Readonly<Record<string, string>>
  readonly setCookie: string | null
}

/** A token that is wrong is refused; a session that is wrong is nobody. */
export async function authenticate(
  house: House,
  headers: Headers,
  address: string,
  now: Instant,
): Promise<Authenticated> {
  const cookies = parseCookies(headers.get('cookie'))
  const authorization = headers.get('authorization')
  if (authorization !== null) return { actor: await byToken(house, authorization, now), cookies, setCookie: null }
  const secret = cookies[SESSION_COOKIE]
  if (!secret) return { actor: { kind: 'stranger' }, cookies, setCookie: null }
  const found = await findSession(house.store.read, secretDigest(secret), now)
  if (!found) return { actor: { kind: 'stranger' }, cookies, setCookie: null }
  const { session, person } = found
  let setCookie: string | null = null
  if (found.current && now - session.rotated_at > ROTATE_AFTER) {
    const next = newSecret()
    const rotated = await touchSession(house.store, session.id, { now, address, next: secretDigest(next) })
    if (rotated) setCookie = sessionCookie(next, session.expires_at, now, house.settings.baseUrl)
  } else if (now - session.seen_at > SEEN_AFTER)
    await touchSession(house.store, session.id, { now, address, next: null })
  return {
    actor: {
      ...person,
      kind: 'person',
      permissions: permissionsOf(person.role),
      via: 'session',
      credential: session.id,
    },
    cookies,
    setCookie,
  }
}

async function byToken(house: House, authorization: string, now: Instant): Promise<Actor> {
  const secret = /^Bearer +(nt_[\w-]{43})$/i.exec(authorization)?.[1]
  const found = secret ? await findToken(house.store.read, secretDigest(secret), now) : null
  if (!found)
    throw new ApiFailure(
      'not-signed-in',
      'token-invalid',
      'The API token is unknown, expired or revoked. Make a new one, and send it as "Authorization: Bearer nt_...".',
      { headers: { 'www-authenticate': 'Bearer realm="nevertwice", error="invalid_token"' } },
    )
  const { token, person } = found
  if (now - (token.used_at ?? 0) > SEEN_AFTER) await touchToken(house.store, token.id, now)
  const scopes = JSON.parse(token.scopes)
  return {
    ...person,
    kind: 'person',
    permissions: permissionsOf(person.role, scopes),
    via: 'token',
    credential: token.id,
  }
}
