/** What a schedule is: a kind of job, and when it is to run. */
import type { House } from '../house.ts'

/** One schedule. */
export interface Schedule {
  readonly name: string
  /** Minute, hour, day, month, weekday, as cron has them; UTC. */
  readonly cron: string
  readonly kind: string
  /** Whether this server has what the job needs; a schedule that is off does not fire. */
  readonly on?: (house: House) => boolean
}
