/** Fires what is due: adds its job and moves it on in one transaction, so that each moment has one job across all processes. */
import { Cron } from 'croner'
import { DAY, type Instant } from '../../base/instant.ts'
import type { House } from '../house.ts'
import { enqueue } from '../store/jobs.ts'
import { insertSchedule, moveSchedule, readSchedules } from '../store/jobs-schedules.ts'
import type { Schedule } from './schedule.ts'

/** Farther ahead than its own next moment by this, a schedule was written under a clock that was wrong. */
const WRONG_CLOCK = DAY

/** The moment after `from` at which a cron expression fires, UTC. */
export function nextAfter(cron: string, from: Instant): Instant {
  const next = new Cron(cron, { timezone: 'UTC', paused: true }).nextRun(new Date(from))
  if (next === null) throw new Error(`The schedule "${cron}" never fires again.`)
  return next.getTime()
}

/**
 * Answers which fired. Moments that passed while no server ran fire once. Where the clock was set back, nothing fires again that
 * had fired: the schedule waits for its next moment, unless that is more than a day off, as after a clock that was years ahead.
 */
export async function fireSchedules(house: House, schedules: readonly Schedule[]): Promise<string[]> {
  const now = house.now()
  const known = await readSchedules(house.store.read)
  const fired: string[] = []
  for (const schedule of schedules) {
    if (schedule.on && !schedule.on(house)) continue
    const { name, cron } = schedule
    const seen = known.get(name)
    const next = nextAfter(cron, now)
    if (seen === undefined) await house.store.transaction((tx) => insertSchedule(tx, name, next))
    else if (seen > next + WRONG_CLOCK) await house.store.transaction((tx) => moveSchedule(tx, name, seen, next))
    else if (seen <= now && (await fire(house, schedule, seen, next, now))) fired.push(name)
  }
  return fired
}

function fire(house: House, { name, kind }: Schedule, seen: Instant, next: Instant, now: Instant): Promise<boolean> {
  return house.store.transaction(async (tx) => {
    if (!(await moveSchedule(tx, name, seen, next))) return false
    await enqueue(tx, { kind, data: {}, key: `schedule:${name}` }, now)
    return true
  })
}
