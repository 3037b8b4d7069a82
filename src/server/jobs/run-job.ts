/** Runs one job that was claimed, to an end that is written down: done, to be tried again, dead, or given back. */
import type { House } from '../house.ts'
import { buryJob, finishJob, giveBackJob, type JobRow, LEASE, renewLease, retryJob } from '../store/jobs.ts'
import { backoff } from './backoff.ts'
import { errorWords } from './error-words.ts'
import { JobFailure, type JobKind } from './job-kind.ts'
import type { Timers } from './timers.ts'

/** What jobs are run with. */
export interface Crew {
  readonly house: House
  readonly kinds: readonly JobKind[]
  /** Who holds the leases of this process. */
  readonly worker: string
  /** Chance, 0..1. */
  readonly random: () => number
  readonly timers: Timers
  /** Told of every attempt that failed. */
  readonly failed?: (kind: string) => void
}

/** How an attempt ended. `lost`: another worker has the job, or it was thrown away. */
export type Outcome = 'dead' | 'done' | 'given back' | 'lost' | 'retry'

class Stopped extends Error {}
class Lost extends Error {}

/** Runs it; where `stop` ends first, gives it back. Throws only where the store fails, and then the lease runs out. */
export async function runJob(crew: Crew, job: JobRow, stop: AbortSignal): Promise<Outcome> {
  const { house, timers } = crew
  const kind = crew.kinds.find(({ name }) => name === job.kind)!
  if (job.attempts > kind.attempts)
    return bury(crew, job, `It was begun ${kind.attempts} times, and each time the process ended before it did.`)
  const data = kind.data.safeParse(parseJson(job.data))
  if (!data.success) return bury(crew, job, `Its data does not fit this version: ${data.error.issues[0]?.message}.`)
  const ending = new AbortController()
  const end = (why: Error) => ending.abort(why)
  const stopped = () => end(new Stopped())
  if (stop.aborted) stopped()
  stop.addEventListener('abort', stopped)
  const calledOff = timers.after(kind.longest, () =>
    end(new Error(`It did not end within ${Math.round(kind.longest / 1000)} s and was stopped.`)),
  )
  const letGo = keepLease(crew, job, () => end(new Lost()))
  try {
    const { signal } = ending
    const ended = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    ended.catch(() => {})
    signal.throwIfAborted()
    // A job that does not heed its signal is left behind; what it still does counts for nothing.
    await Promise.race([kind.run(data.data, { house, now: house.now(), signal }), ended])
    return (await finishJob(house.store, job, house.now())) ? 'done' : 'lost'
  } catch (error) {
    return await failure(crew, kind, job, ending.signal.aborted ? ending.signal.reason : error)
  } finally {
    calledOff()
    letGo()
    stop.removeEventListener('abort', stopped)
  }
}

async function failure(crew: Crew, kind: JobKind, job: JobRow, error: unknown): Promise<Outcome> {
  const { house } = crew
  const now = house.now()
  if (error instanceof Lost) return 'lost'
  if (error instanceof Stopped) return (await giveBackJob(house.store, job, now)) ? 'given back' : 'lost'
  const words = errorWords(error, secretsOf(house))
  if (job.attempts >= kind.attempts || (error instanceof JobFailure && error.parked)) return bury(crew, job, words)
  const wait = Math.max(backoff(job.attempts, crew.random()), error instanceof JobFailure ? error.wait : 0)
  crew.failed?.(kind.name)
  house.log.warn(
    { job: job.id, kind: kind.name, attempt: job.attempts, error: words, wait },
    'job failed, will be tried',
  )
  return (await retryJob(house.store, job, words, now + wait, now)) ? 'retry' : 'lost'
}

async function bury(crew: Crew, job: JobRow, words: string): Promise<Outcome> {
  crew.failed?.(job.kind)
  crew.house.log.error({ job: job.id, kind: job.kind, attempt: job.attempts, error: words }, 'job is dead')
  return (await buryJob(crew.house.store, job, words, crew.house.now())) ? 'dead' : 'lost'
}

/** Renews the lease three times in its length; answers how to stop that. */
function keepLease({ house, timers }: Crew, job: JobRow, lost: () => void): () => void {
  let ended = false
  let callOff = () => {}
  const renew = async () => {
    try {
      if (!(await renewLease(house.store, job, house.now())) && !ended) lost()
    } catch (error) {
      house.log.warn({ job: job.id, err: error }, 'lease could not be renewed')
    }
    if (!ended) schedule()
  }
  const schedule = () => {
    callOff = timers.after(LEASE / 3, () => void renew())
  }
  schedule()
  return () => {
    ended = true
    callOff()
  }
}

function secretsOf({ settings }: House): string[] {
  return settings.mail?.password ? [settings.mail.password] : []
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
