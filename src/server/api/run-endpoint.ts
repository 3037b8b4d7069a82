/** Runs one request through its endpoint: in one transaction, with its audit. */
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
  /** All endpoints of the application. */
  readonly endpoints: readonly Endpoint[]
  readonly cookies: Readonly<Record<string, string>>
  readonly agent: string
}

/** The answer as it goes out. */
export interface Outgoing extends KeptAnswer {
  readonly setCookies: readonly string[]
}

type AnyCall = Call<'public', undefined, undefined, undefined>

/** Runs a request of somebody who may call, and keeps nothing of what failed. */
export async function runEndpoint(endpoint: Endpoint, house: House, incoming: Incoming): Promise<Outgoing> {
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
    return answer.once
      ? outgoing(endpoint, { ...answer, body: { ...(answer.body as object), ...answer.once } })
      : result
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

function idempotentRequest({ actor, idempotencyKey, route, rawBody }: Incoming): IdempotentRequest | null {
  if (idempotencyKey === null) return null
  const who = actor.kind === 'person' ? actor.id : actor.kind
  return { actor: who, key: idempotencyKey, route, body: createHash('sha256').update(rawBody).digest('hex') }
}

/** Whether an answer of a status has no body. */
export function isEmpty(status: number): boolean {
  return status === 204 || status === 303
}

function outgoing(endpoint: Endpoint, answer: Answer<unknown>): Outgoing {
  const status = answer.status ?? endpoint.status ?? 200
  const headers: Record<string, string> = { ...answer.headers }
  if (answer.etag !== undefined) headers.etag = `"${answer.etag}"`
  if (isEmpty(status)) return { status, answer: '', headers, setCookies: answer.setCookies ?? [] }
  headers['content-type'] ??= endpoint.media ?? 'application/json; charset=utf-8'
  const text = endpoint.media ? String(answer.body) : JSON.stringify(answer.body)
  return { status, answer: text, headers, setCookies: answer.setCookies ?? [] }
}
