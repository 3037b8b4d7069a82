/** What an endpoint is: where it answers, who may call it, what goes in and comes out, whether it writes, and the verb behind it. */
import type { z } from '@hono/zod-openapi'
import type { Instant } from '../../base/instant.ts'
import type { Actor, Person } from '../auth/actor.ts'
import type { Permission } from '../auth/permissions.ts'
import type { House } from '../house.ts'
import type { Reader, Writer } from '../store/store.ts'
import type { AuditVerb } from './audit-verbs.ts'

/**
 * Who may call: anybody; a vendor that signs its request; a browser that is signed in; a browser or an API token.
 */
export type Who = 'public' | 'signed' | 'session' | 'token'

/** The schema of an object, or none. */
type Shape = z.ZodType | undefined

/** What came in, validated. */
type Of<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

/** One request, as the verb behind an endpoint sees it. */
export interface Call<W extends Who, P extends Shape, Q extends Shape, B extends Shape> {
  readonly house: House
  readonly actor: W extends 'session' | 'token' ? Person : Actor
  readonly now: Instant
  readonly params: Of<P>
  readonly query: Of<Q>
  readonly body: Of<B>
  /** The revision of `If-Match`; null where none was sent. */
  readonly ifMatch: number | null
  readonly address: string
  /** Whether it comes from this machine itself, through no proxy. */
  readonly local: boolean
  readonly requestId: string
  /** Reads; in an endpoint that writes, within its transaction. */
  readonly db: Reader
  readonly cookies: Readonly<Record<string, string>>
  readonly agent: string
  /** All endpoints of the application, for those that describe it. */
  readonly endpoints: readonly Endpoint[]
}

/** What only a call that writes has. */
export interface WriteCall {
  readonly tx: Writer
  /** Says what was done to what; at least once in every call that succeeds. */
  readonly audit: (
    verb: AuditVerb,
    subject: string,
    data?: Record<string, unknown>,
    restricted?: boolean,
  ) => Promise<void>
  /** Runs after the transaction is there. */
  readonly afterwards: (work: () => void) => void
}

/** What goes out. */
export interface Answer<A> {
  readonly body: A
  /** Members that are added to what goes out and never kept: a secret that is shown once, also to who sends a key again. */
  readonly once?: Readonly<Record<string, unknown>>
  readonly status?: number
  /** The revision that `ETag` tells. */
  readonly etag?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Cookies to set, whole header values. */
  readonly setCookies?: readonly string[]
}

/** One endpoint. */
export interface Endpoint<
  W extends Who = Who,
  V extends readonly AuditVerb[] | null = readonly AuditVerb[] | null,
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  A extends z.ZodType = z.ZodType,
  R = unknown,
> {
  readonly method: 'delete' | 'get' | 'patch' | 'post' | 'put'
  /** `/api/v1/incidents/{id}` */
  readonly path: string
  readonly group: string
  readonly summary: string
  readonly details?: string
  readonly who: W
  /** What the caller must be allowed to do; null for public and signed ones, which decide by themselves. */
  readonly may: W extends 'session' | 'token' ? Permission : null
  /** The verbs that its audit may hold; null for one that only reads. */
  readonly writes: V
  /** A browser is sent here by another site; the endpoint itself proves that it was asked for. */
  readonly fromElsewhere?: boolean
  /** Creates something: takes an `Idempotency-Key`. */
  readonly creates?: boolean
  /** The least revision check: `required` refuses requests without `If-Match`. */
  readonly match?: 'optional' | 'required'
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer: A
  /** The media type of an answer that is no JSON. */
  readonly media?: string
  /** 303 sends a browser on to `Location`. */
  readonly status?: 200 | 201 | 202 | 204 | 303
  /** Largest body in bytes, where it is not the usual megabyte. */
  readonly largest?: number
  /** Work that takes long or asks others, before the transaction begins; `run` gets what it answers as `prepared`. */
  readonly prepare?: (call: Call<W, P, Q, B>) => Promise<R>
  readonly run: (
    call: Call<W, P, Q, B> & { readonly prepared: R } & (V extends null ? unknown : WriteCall),
  ) => Promise<Answer<z.input<A>>> | Answer<z.input<A>>
}

/** Declares an endpoint, with the types of what goes in and out. */
export function endpoint<
  W extends Who,
  V extends readonly AuditVerb[] | null,
  A extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  R = undefined,
>(declared: Endpoint<W, V, P, Q, B, A, R>): Endpoint {
  return declared as unknown as Endpoint
}
