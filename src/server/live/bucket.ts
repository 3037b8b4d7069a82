/** A bucket of tokens: so many at once, and so many a second after that. */
import type { Instant } from '../../base/instant.ts'

/** One bucket. */
export class Bucket {
  readonly #burst: number
  readonly #eachSecond: number
  #left: number
  #at: Instant

  constructor({ burst, eachSecond }: { readonly burst: number; readonly eachSecond: number }, now: Instant) {
    this.#burst = burst
    this.#eachSecond = eachSecond
    this.#left = burst
    this.#at = now
  }

  /** Takes a number of tokens; false where there were not enough. */
  take(count: number, now: Instant): boolean {
    const gained = (Math.max(0, now - this.#at) / 1000) * this.#eachSecond
    this.#at = now
    this.#left = Math.min(this.#burst, this.#left + gained) - count
    return this.#left >= 0
  }
}
