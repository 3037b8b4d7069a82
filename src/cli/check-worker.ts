/** The thread of `check`: takes documents, gives back what checking them gave. */
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckJob } from './check/check-job.ts'
import { checkTasks, type PlacedTask, type Settled } from './check/check-tasks.ts'

const job = workerData as CheckJob

parentPort?.on('message', async (tasks: readonly PlacedTask[]) => {
  const settled: Settled[] = []
  for await (const one of checkTasks(tasks, job)) settled.push(one)
  parentPort?.postMessage(
    settled,
    settled.map(({ outcome }) => outcome.printed.buffer as ArrayBuffer),
  )
})
