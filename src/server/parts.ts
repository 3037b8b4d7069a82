/** Every part, in the order in which they are started; they are stopped the other way round. A new one is a line here. */
import { startJobs } from './jobs/start-jobs.ts'
import { attachLive } from './live/attach-live.ts'
import type { Part } from './part.ts'
import { privateSocket } from './private-socket.ts'

/** Connections of people who edit. */
const live: Part = {
  name: 'live',
  async start({ house, server }) {
    const attached = await attachLive(server, house)
    return { stop: () => attached.drain() }
  },
}

/** Work for later, and its schedules. */
const jobs: Part = {
  name: 'jobs',
  async start({ house }) {
    const running = await startJobs(house)
    return { stop: () => running.drain() }
  },
}

/** All of them. */
export const PARTS: readonly Part[] = [privateSocket, live, jobs]
