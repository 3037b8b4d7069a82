/** Runs one request through its endpoint: who, what, in one transaction, with its audit. */
import { createHash } from 'node:crypto'
import type { Instant } from '../../base/instant.ts'
import { type Actor, actorName } from '../auth/actor.ts'
import type { House } from '../house.ts'
import { appendAudit } from '../store/audit.ts'
import { type IdempotentRequest, type KeptAnswer, keepAnswer, takeKey } from '../store/idempotency.ts'
import type { Writer } from '../store/store.ts'
import type { AuditVerb } from './audit-verbs.ts'
import type { Answer, Call, Endpoint, WriteCall } from './endpoint.ts'
import { ApiFailure } from './failure.ts'

/** What is known of a request once it is validated. */
export interface Incoming {
  readonly actor: Actor
  readonly now: Instant
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  /** The body as it was sent, for its digest. */
  readonly rawBody: string
  /** Where it was sent to, with its values in place. */
  readonly route: string
  readonly ifMatch: number | null
  readonly idempotencyKey: string | null
  readonly address: string
  readonly local: boolean
  readonly requestId: string
  readonly cookies: Readonly<Record<string, string>>
  readonly agent: string
}

/** The answer as it goes out. */
export interface Outgoing extends KeptAnswer {
  readonly setCookies: readonly string[]
}

type AnyCall = Call<'public', undefined, undefined, undefined>

/** Refuses who may not call; runs the rest, and keeps nothing of what failed. */
export async function runEndpoint(endpoint: Endpoint, house: House, incoming: Incoming): Promise<Outgoing> {
  mayCall(endpoint, incoming.actor)
  if (endpoint.match === 'required' && incoming.ifMatch === null)
    throw new ApiFailure(
      'precondition-missing',
      'if-match-missing',
      'The request does not say which revision it changes. Send the ETag that you read in an If-Match header.',
    )
  const asked = { ...incoming, house, db: house.store.read } as unknown as AnyCall
  const common = { ...asked, prepared: await endpoint.prepare?.(asked as never) }
  if (endpoint.writes === null) return outgoing(endpoint, await endpoint.run(common as never))
  const later: (() => void)[] = []
  const done = await house.store.transaction(async (tx) => {
    const key = endpoint.creates ? idempotentRequest(incoming) : null
    const kept = key && (await takeKey(tx, house.store.kind, key, incoming.now))
    if (kept === 'other')
      throw new ApiFailure(
        'refused',
        'idempotency-key-reused',
        'This Idempotency-Key was used for another request. Take a new key for each thing that is to be created.',
      )
    if (kept !== null && kept !== 'taken') return { ...kept, setCookies: [] }
    const { call, audited } = writeCall(common, incoming, tx, endpoint, later)
    const answer = await endpoint.run(call as never)
    // Fail closed: what nobody would hear of is not done.
    if (audited.length === 0)
      throw new Error(`${endpoint.method} ${endpoint.path} wrote without saying so in the audit`)
    const result = outgoing(endpoint, answer)
    if (key) await keepAnswer(tx, key, result)
    return result
  })
  for (const work of later) work()
  return done
}

function writeCall(common: object, incoming: Incoming, tx: Writer, endpoint: Endpoint, later: (() => void)[]) {
  const audited: AuditVerb[] = []
  const { actor, now, address, requestId } = incoming
  const more: WriteCall = {
    tx,
    afterwards: (work) => void later.push(work),
    async audit(verb, subject, data = {}, restricted = false) {
      if (!endpoint.writes?.includes(verb)) throw new Error(`${endpoint.path} does not declare the verb ${verb}`)
      audited.push(verb)
      const who = actor.kind === 'person' ? { actor: actor.id, via: actor.via } : { actor: actor.kind, via: 'public' }
      const line = { at: now, actorName: actorName(actor), verb, subject, restricted, address, requestId, data }
      await appendAudit(tx, { ...line, ...who })
    },
  }
  return { call: { ...common, ...more, db: tx }, audited }
}

function mayCall(endpoint: Endpoint, actor: Actor): void {
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

function idempotentRequest({ actor, idempotencyKey, route, rawBody }: Incoming): IdempotentRequest | null {
  if (idempotencyKey === null) return null
  const who = actor.kind === 'person' ? actor.id : actor.kind
  return { actor: who, key: idempotencyKey, route, body: createHash('sha256').update(rawBody).digest('hex') }
}

function outgoing(endpoint: Endpoint, answer: Answer<unknown>): Outgoing {
  const status = answer.status ?? endpoint.status ?? 200
  const headers: Record<string, string> = { ...answer.headers }
  if (answer.etag !== undefined) headers.etag = `"${answer.etag}"`
  if (status !== 204) headers['content-type'] ??= endpoint.media ?? 'application/json; charset=utf-8'
  const text = endpoint.media ? String(answer.body) : JSON.stringify(answer.body)
  return { status, answer: status === 204 ? '' : text, headers, setCookies: answer.setCookies ?? [] }
}
