/** Refusals are values: what a room answers when it cannot do what was asked. */

/** Where a refusal points: a file, a path inside a JSON value, or a 1-based line and column. */
export interface Where {
  readonly file?: string
  readonly path?: string
  readonly line?: number
  readonly column?: number
}

/** Why something was not done: what was found, what was expected, and what to do, in sentences for a person. */
export interface Refusal {
  /** A stable name in kebab-case, such as `edits-overlap`. */
  readonly code: string
  readonly message: string
  readonly where?: Where
}

/** Either a value or the reason why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Wraps a reason as a refusal. */
export function refuse<T = never>(code: string, message: string, where?: Where): Result<T> {
  return { ok: false, refusal: where ? { code, message, where } : { code, message } }
}
