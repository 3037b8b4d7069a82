/** Refuses who may not call an endpoint, and says why. */
import type { Endpoint } from '../api/endpoint.ts'
import { ApiFailure } from '../api/failure.ts'
import type { Actor } from './actor.ts'

/** Strangers only where it is public; no token where a browser is asked for; nobody without the permission. */
export function mayCall(endpoint: Endpoint, actor: Actor): void {
  if (endpoint.who === 'public' || endpoint.who === 'signed') return
  if (actor.kind !== 'person')
    throw new ApiFailure(
      'not-signed-in',
      'not-signed-in',
      'Sign in, or send an API token as "Authorization: Bearer ...".',
      {
        headers: { 'www-authenticate': 'Bearer realm="nevertwice"' },
      },
    )
  if (endpoint.who === 'session' && actor.via !== 'session')
    throw new ApiFailure(
      'forbidden',
      'session-only',
      'This is done in a browser that is signed in; an API token may not.',
    )
  if (!actor.permissions.has(endpoint.may as never))
    throw new ApiFailure(
      'forbidden',
      'not-permitted',
      `This needs the permission "${endpoint.may}"; ${actor.via === 'token' ? 'this token' : `the role ${actor.role}`} has: ${[...actor.permissions].join(', ') || 'none'}.`,
    )
}
