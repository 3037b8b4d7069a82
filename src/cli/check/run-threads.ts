/** Checks documents in several threads, each of which takes the next few when it has finished the last. */
import { Worker } from 'node:worker_threads'
import type { CheckJob } from './check-job.ts'
import type { PlacedTask, Settled } from './check-tasks.ts'
import { expectShortRun } from './short-run.ts'

/** Documents that a thread takes at once: few enough to end together, many enough to talk little. */
const BATCH = 16

/**
 * Memory of a thread in MB. Without a bound Node lets garbage grow to several times of what is in use; with these, 5,000
 * documents of 6 kB take 170 MB in all, where they took 320, and no more time.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 }

/** Documents for each thread up to which a run is short: beyond, what V8 optimises is used long enough. */
const SHORT = 5000

/** Runs until every document is settled; throws what a thread threw. */
export async function runThreads(
  tasks: readonly PlacedTask[],
  job: CheckJob,
  { worker, threads }: { readonly worker: URL; readonly threads: number },
  settle: (settled: Settled) => void,
): Promise<void> {
  const batches = inBatches(tasks)
  if (tasks.length <= SHORT * threads) expectShortRun()
  const started = Array.from({ length: threads }, () => new Worker(worker, { workerData: job, resourceLimits: LIMITS }))
  try {
    await Promise.all(started.map((thread) => runThread(thread, batches, job, settle)))
  } finally {
    for (const thread of started) void thread.terminate()
  }
}

function* inBatches(tasks: readonly PlacedTask[]): Generator<readonly PlacedTask[]> {
  for (let at = 0; at < tasks.length; at += BATCH) yield tasks.slice(at, at + BATCH)
}

function runThread(
  thread: Worker,
  batches: Iterator<readonly PlacedTask[]>,
  job: CheckJob,
  settle: (settled: Settled) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const feed = () => {
      const batch = batches.next()
      if (batch.done) resolve()
      else thread.postMessage(batch.value)
    }
    const take = async (answers: readonly (Settled | PlacedTask)[]) => {
      for (const answer of answers)
        if ('outcome' in answer) settle(answer)
        else await checkHere(answer, job, settle)
      feed()
    }
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('a thread ended before its work was done')))
    thread.on('message', (answers) => take(answers).catch(reject))
    feed()
  })
}

/** What is too large for the memory of a thread: this one has all there is. Hardly any run has one, so no rule is loaded before. */
async function checkHere(task: PlacedTask, job: CheckJob, settle: (settled: Settled) => void): Promise<void> {
  const { checkTasks } = await import('./check-tasks.ts')
  for await (const settled of checkTasks([task], job)) settle(settled)
}
