/** The thread of `check`: takes documents, gives back what checking them gave, or the document where it is too large. */
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckJob } from './check/check-job.ts'
import { checkSmallTasks, type PlacedTask, type Settled } from './check/check-tasks.ts'

/** Bytes of the largest document that fits the memory of a thread, with room to spare. */
const MOST = 512 * 1024

const job = workerData as CheckJob

parentPort?.on('message', async (tasks: readonly PlacedTask[]) => {
  const answers: (Settled | PlacedTask)[] = []
  for await (const answer of checkSmallTasks(tasks, job, MOST)) answers.push(answer)
  const buffers = answers.flatMap((answer) =>
    'outcome' in answer ? [answer.outcome.printed.buffer as ArrayBuffer] : [],
  )
  parentPort?.postMessage(answers, buffers)
})
