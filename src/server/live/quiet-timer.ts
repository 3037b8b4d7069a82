/** Work that waits until nothing has happened for a while, but not for ever. */
import type { Instant } from '../../base/instant.ts'
import type { Timers } from './pace.ts'

/** One such timer. */
export class QuietTimer {
  readonly #timers: Timers
  readonly #pace: { readonly quiet: number; readonly most: number }
  readonly #work: () => void
  #since: Instant | null = null
  #cancel: () => void = () => {}

  constructor(timers: Timers, pace: { readonly quiet: number; readonly most: number }, work: () => void) {
    this.#timers = timers
    this.#pace = pace
    this.#work = work
  }

  /** Something happened. */
  touch(now: Instant): void {
    this.#since ??= now
    this.#cancel()
    const wait = Math.max(0, Math.min(this.#pace.quiet, this.#since + this.#pace.most - now))
    this.#cancel = this.#timers.after(wait, () => this.now())
  }

  /** Whether the work is still to be done. */
  get waits(): boolean {
    return this.#since !== null
  }

  /** Does the work now, if it is still to be done. */
  now(): void {
    if (!this.waits) return
    this.stop()
    this.#work()
  }

  /** Never does it. */
  stop(): void {
    this.#cancel()
    this.#since = null
  }
}
