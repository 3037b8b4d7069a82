/** Checks documents one after another, in whatever thread this runs. */
import type { CheckJob, CheckOutcome, CheckTask } from './check-job.ts'
import { taskCheckerOf } from './check-task.ts'
import { outcomeKey } from './outcome-cache.ts'
import { type ReadBytes, readBytes } from './read-texts.ts'

/** A document with its place among all. */
export interface PlacedTask extends CheckTask {
  readonly at: number
}

/** What one gave, and the key to remember it by; null where it could not be read. */
export interface Settled {
  readonly at: number
  readonly outcome: CheckOutcome
  readonly key: string | null
}

/** Checks documents in order, one at a time in memory. */
export async function* checkTasks(tasks: readonly PlacedTask[], job: CheckJob): AsyncGenerator<Settled> {
  const check = await taskCheckerOf(job)
  for (const task of tasks) yield settledOf(task, await readBytes(task), check)
}

/** As `checkTasks`, but gives the task itself back where the document has more bytes than `most`. */
export async function* checkSmallTasks(
  tasks: readonly PlacedTask[],
  job: CheckJob,
  most: number,
): AsyncGenerator<Settled | PlacedTask> {
  const check = await taskCheckerOf(job)
  for (const task of tasks) {
    const read = await readBytes(task)
    yield 'bytes' in read && read.bytes.source.length > most ? task : settledOf(task, read, check)
  }
}

function settledOf(
  task: PlacedTask,
  read: ReadBytes,
  check: (task: CheckTask, read: ReadBytes) => CheckOutcome,
): Settled {
  return { at: task.at, outcome: check(task, read), key: 'bytes' in read ? outcomeKey(task, read.bytes) : null }
}
