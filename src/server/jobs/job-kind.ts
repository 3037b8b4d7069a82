/** What a kind of job is: what it needs, how long it may take, how often it is tried, and what it does. */
import type { z } from '@hono/zod-openapi'
import type { Instant } from '../../base/instant.ts'
import type { House } from '../house.ts'

/** What a job sees while it runs. */
export interface JobCall {
  readonly house: House
  /** When this attempt began. */
  readonly now: Instant
  /** Ends where the job took too long, where another worker has it, or where the server stops. */
  readonly signal: AbortSignal
}

/** One kind of job. */
export interface JobKind<D extends object = object> {
  readonly name: string
  /** What it needs: ids and moments, never a secret and no words of a document, since people look at jobs. */
  readonly data: z.ZodType<D>
  /** What a job is about, in a few words for those who look at it. */
  readonly about: (data: D) => string
  /** Milliseconds after which it is stopped. */
  readonly longest: number
  /** How often it is tried. */
  readonly attempts: number
  /** How many of this kind one process runs at once, so that no kind holds up the others. */
  readonly atOnce: number
  /** Does it. It may run more than once, also at the same time, so its effect has to be the same then. */
  readonly run: (data: D, call: JobCall) => Promise<void>
}

/** Declares a kind, with the type of its data. */
export function jobKind<D extends object>(declared: JobKind<D>): JobKind {
  return declared as unknown as JobKind
}

/** Thrown by a job that knows what to do about its failure; anything else that is thrown is tried again in the usual way. */
export class JobFailure extends Error {
  /** Trying again cannot help until somebody does what the message says. */
  readonly parked: boolean
  /** Milliseconds to wait at least. */
  readonly wait: number

  constructor(message: string, { parked = false, wait = 0 }: { parked?: boolean; wait?: number } = {}) {
    super(message)
    this.parked = parked
    this.wait = wait
  }
}
