/** Checks documents in several threads, each of which takes the next few when it has finished the last. */
import { Worker } from 'node:worker_threads'
import type { CheckJob, CheckOutcome } from './check-job.ts'
import type { PlacedTask, Settled } from './check-tasks.ts'

/** Documents that a thread takes at once: few enough to end together, many enough to talk little. */
const BATCH = 16

/** Runs until every document is settled; throws what a thread threw. */
export async function runThreads(
  tasks: readonly PlacedTask[],
  job: CheckJob,
  { worker, threads }: { readonly worker: URL; readonly threads: number },
  settle: (at: number, outcome: CheckOutcome, key: string | null) => void,
): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: threads }, () => {
      const thread = new Worker(worker, { workerData: job })
      let ended = false
      return new Promise<void>((resolve, reject) => {
        const feed = () => {
          const batch = tasks.slice(next, next + BATCH)
          next += BATCH
          ended = batch.length === 0
          if (ended) void thread.terminate()
          else thread.postMessage(batch)
        }
        thread.on('error', reject)
        thread.on('exit', () => (ended ? resolve() : reject(new Error('a thread ended before its work was done'))))
        thread.on('message', (settled: readonly Settled[]) => {
          for (const { at, outcome, key } of settled) settle(at, outcome, key)
          feed()
        })
        feed()
      })
    }),
  )
}
