/** Failures of requests: the one union that is thrown, mapped once to an answer. */
import type { Refusal } from '../../base/result.ts'

/** What kind of failure it is, and with which status it is answered. */
export const STATUS = {
  'bad-request': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'wrong-type': 415,
  refused: 422,
  'precondition-missing': 428,
  'too-many': 429,
  unavailable: 503,
} as const

/** One kind. */
export type FailureKind = keyof typeof STATUS

/** What is wrong with one value of a request. */
export interface FieldProblem {
  /** `body.title`, `query.limit`. */
  readonly field: string
  readonly message: string
}

/** Thrown by endpoints; anything else that is thrown is our fault and is answered with 500. */
export class ApiFailure extends Error {
  readonly kind: FailureKind
  /** A stable name in kebab-case. */
  readonly code: string
  readonly fields: readonly FieldProblem[]
  /** Members that are added to the answer. */
  readonly more: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(
    kind: FailureKind,
    code: string,
    message: string,
    { fields = [], more = {}, headers = {} }: Partial<Pick<ApiFailure, 'fields' | 'headers' | 'more'>> = {},
  ) {
    super(message)
    this.kind = kind
    this.code = code
    this.fields = fields
    this.more = more
    this.headers = headers
  }
}

/** A refusal of a room as a failure. */
export function refused(
  refusal: Refusal,
  kind: FailureKind = 'refused',
  more: Record<string, unknown> = {},
): ApiFailure {
  return new ApiFailure(kind, refusal.code, refusal.message, {
    more: { ...(refusal.where ? { where: refusal.where } : {}), ...more },
  })
}

/** What is not there, or may not be seen: both are told alike. */
export function notFound(what: string): ApiFailure {
  return new ApiFailure('not-found', 'not-found', `There is no ${what}, or it is not yours to see.`)
}
