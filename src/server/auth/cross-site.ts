/** Refuses what another site makes a signed-in browser send. */
import type { Endpoint } from '../api/endpoint.ts'
import { ApiFailure } from '../api/failure.ts'
import type { Actor } from './actor.ts'

/** A request that writes with a cookie has to come from our own pages; tokens are sent by nobody unasked. */
export function mayCrossSite(endpoint: Endpoint, actor: Actor, request: Request, baseUrl: string): void {
  if (endpoint.writes === null || endpoint.who === 'signed' || endpoint.fromElsewhere) return
  if (actor.kind === 'person' && actor.via === 'token') return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const ours =
    origin === null ? site === 'same-origin' || (site === null && actor.kind === 'stranger') : origin === baseUrl
  if (ours && (site === null || site === 'same-origin' || site === 'none')) return
  throw new ApiFailure(
    'forbidden',
    'cross-site',
    `The request comes from ${origin ?? 'an unknown page'} and not from ${baseUrl}. Where that is the right address, set BASE_URL to how browsers reach the server.`,
  )
}
