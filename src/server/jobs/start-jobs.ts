/** Starts the jobs of a server. */
import { randomInt } from 'node:crypto'
import type { House } from '../house.ts'
import { metricsOf } from '../metrics/metrics.ts'
import { newId } from '../new-id.ts'
import { giveBackAbandoned } from '../store/jobs.ts'
import { fireSchedules } from './fire-schedules.ts'
import { JOB_KINDS } from './job-kinds.ts'
import { SCHEDULES } from './schedules.ts'
import { NODE_TIMERS } from './timers.ts'
import { Workers } from './workers.ts'

/** Jobs that run. */
export interface RunningJobs {
  /** Looks for jobs now, instead of within a second. */
  readonly wake: () => void
  /** Takes no more, and ends when what runs has ended or was given back; before the store is closed. */
  readonly drain: () => Promise<void>
}

/** Gives back what the process before held, and begins to look. */
export async function startJobs(house: House): Promise<RunningJobs> {
  const now = house.now()
  const abandoned = await giveBackAbandoned(house.store, now)
  if (abandoned > 0) house.log.warn({ abandoned }, 'jobs that the process before left unfinished are tried again')
  const crew = {
    house,
    kinds: JOB_KINDS,
    worker: newId(now),
    random: () => randomInt(2 ** 32) / 2 ** 32,
    timers: NODE_TIMERS,
    failed: (kind: string) => metricsOf(house).jobFailed(kind),
  }
  const workers = new Workers(crew, () => fireSchedules(house, SCHEDULES))
  workers.start()
  return { wake: () => void workers.wake(), drain: () => workers.drain() }
}
