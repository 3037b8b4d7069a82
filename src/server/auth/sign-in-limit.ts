/** Slows down who guesses passwords: for each address that asks, and for each person who is asked for. */
import type { Instant } from '../../base/instant.ts'
import { ApiFailure } from '../api/failure.ts'

const WINDOW = 15 * 60 * 1000
/** Tries in a window, of one person and of one address. */
const FOR_PERSON = 10
const FOR_ADDRESS = 50
const MOST = 50_000

/** Tries that were made, in memory. */
export class SignInLimit {
  readonly #tries = new Map<string, { count: number; until: Instant }>()

  /** Counts a try; throws `too-many` where there were too many, whether or not the person exists. */
  take(address: string, email: string, now: Instant): void {
    const person = this.#count(`person:${email.toLowerCase()}`, now)
    const from = this.#count(`address:${address}`, now)
    if (person.count <= FOR_PERSON && from.count <= FOR_ADDRESS) return
    const until = Math.max(person.count > FOR_PERSON ? person.until : 0, from.count > FOR_ADDRESS ? from.until : 0)
    const seconds = Math.max(1, Math.ceil((until - now) / 1000))
    throw new ApiFailure(
      'too-many',
      'sign-in-limited',
      `There were too many tries to sign in. Wait ${Math.ceil(seconds / 60)} min.`,
      {
        headers: { 'retry-after': String(seconds) },
      },
    )
  }

  /** Forgets the tries of somebody who has signed in. */
  forget(email: string): void {
    this.#tries.delete(`person:${email.toLowerCase()}`)
  }

  #count(key: string, now: Instant): { count: number; until: Instant } {
    const known = this.#tries.get(key)
    const entry = known && known.until > now ? known : { count: 0, until: now + WINDOW }
    entry.count++
    this.#tries.delete(key)
    this.#tries.set(key, entry)
    if (this.#tries.size > MOST) this.#tries.delete(this.#tries.keys().next().value!)
    return entry
  }
}

const limits = new WeakMap<object, SignInLimit>()

/** The limit of a house. */
export function signInLimitOf(house: object): SignInLimit {
  const limit = limits.get(house) ?? new SignInLimit()
  limits.set(house, limit)
  return limit
}
