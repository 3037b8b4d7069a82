/** Holds back a client that asks too much, so that others are served: a bucket of tokens each, in memory. */
import type { Instant } from '../../base/instant.ts'
import { ApiFailure } from './failure.ts'

/** How many requests at once, and how many a second after that. */
const BURST = 300
const EACH_SECOND = 50
/** More clients than this are forgotten, the longest silent first. */
const MOST_CLIENTS = 20_000

/** The buckets of one server. */
export class RateLimit {
  readonly #clients = new Map<string, { left: number; at: Instant }>()
  readonly #burst: number
  readonly #eachSecond: number

  constructor(burst = BURST, eachSecond = EACH_SECOND) {
    this.#burst = burst
    this.#eachSecond = eachSecond
  }

  /** Takes one request of a client; throws `too-many` with `Retry-After` in seconds where there is none left. */
  take(client: string, now: Instant): void {
    const known = this.#clients.get(client)
    this.#clients.delete(client)
    const gained = known ? (Math.max(0, now - known.at) / 1000) * this.#eachSecond : 0
    const left = Math.min(this.#burst, (known?.left ?? this.#burst) + gained)
    this.#clients.set(client, { left: left < 1 ? left : left - 1, at: now })
    if (this.#clients.size > MOST_CLIENTS) this.#clients.delete(this.#clients.keys().next().value!)
    if (left >= 1) return
    const seconds = Math.max(1, Math.ceil((1 - left) / this.#eachSecond))
    throw new ApiFailure(
      'too-many',
      'rate-limited',
      `More requests than are served to one client. Wait ${seconds} s and go on slower.`,
      {
        headers: { 'retry-after': String(seconds) },
      },
    )
  }
}
