/** Checks many documents: from the cache where nothing changed, in this thread where few are left, else in several. */
import { availableParallelism } from 'node:os'
import type { CheckJob, CheckOutcome, CheckTask } from './check-job.ts'
import type { Settled } from './check-tasks.ts'
import { type OutcomeCache, outcomeKey } from './outcome-cache.ts'
import { readBytes } from './read-texts.ts'

/** Documents that make a thread worth what starting it costs; a thread also needs less memory, see `run-threads.ts`. */
const WORTH_THREADS = 60
/** More threads than this only fill memory. */
const MOST_THREADS = 8

/** Where to run and what to remember. */
export interface CheckMeans {
  /** The built entry of the thread; null runs everything in this thread. */
  readonly worker: URL | null
  readonly cache: OutcomeCache | null
}

/** Gives each document's outcome to `take`, in the order of the documents, as soon as those before it are there. */
export async function runChecks(
  tasks: readonly CheckTask[],
  job: CheckJob,
  { worker, cache }: CheckMeans,
  take: (outcome: CheckOutcome) => void,
): Promise<void> {
  const inOrder = ordered(take)
  const left: number[] = []
  for (const [at, task] of tasks.entries()) {
    const known = cache && cache.size > 0 ? await lookUp(task, cache) : null
    if (known) inOrder(at, known)
    else left.push(at)
  }
  const settle = ({ at, outcome, key }: Settled) => {
    if (cache && key !== null) cache.add(key, outcome)
    inOrder(at, outcome)
  }
  const placed = left.map((at) => ({ ...tasks[at]!, at }))
  if (worker && left.length >= WORTH_THREADS) {
    const { runThreads } = await import('./run-threads.ts')
    const threads = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(left.length / WORTH_THREADS))
    await runThreads(placed, job, { worker, threads }, settle)
  } else if (left.length > 0) {
    const { checkTasks } = await import('./check-tasks.ts')
    for await (const settled of checkTasks(placed, job)) settle(settled)
  }
  cache?.save()
}

async function lookUp(task: CheckTask, cache: OutcomeCache): Promise<CheckOutcome | null> {
  const read = await readBytes(task)
  return 'bytes' in read ? cache.get(outcomeKey(task, read.bytes)) : null
}

/** Holds back what comes early. */
function ordered(take: (outcome: CheckOutcome) => void): (at: number, outcome: CheckOutcome) => void {
  const early = new Map<number, CheckOutcome>()
  let next = 0
  return (at, outcome) => {
    early.set(at, outcome)
    for (let ready = early.get(next); ready; ready = early.get(next)) {
      early.delete(next++)
      take(ready)
    }
  }
}
