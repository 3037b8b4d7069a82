/** Workers for tests: kinds of the test's own, timers that a test moves on, chance that is known. */
import { z } from '@hono/zod-openapi'
import type { House } from '../house.ts'
import { enqueue, type JobRow, type NewJob } from '../store/jobs.ts'
import { type JobKind, jobKind } from './job-kind.ts'
import type { Crew } from './run-job.ts'
import type { Timers } from './timers.ts'

/** Timers that go off when a test lets time pass. */
export function sampleTimers(): Timers & { readonly pass: (milliseconds: number) => Promise<void> } {
  let now = 0
  const waiting = new Set<{ at: number; work: () => void }>()
  return {
    after(milliseconds, work) {
      const timer = { at: now + milliseconds, work }
      waiting.add(timer)
      return () => waiting.delete(timer)
    },
    async pass(milliseconds) {
      now += milliseconds
      for (const timer of [...waiting].sort((a, b) => a.at - b.at)) {
        if (timer.at > now || !waiting.delete(timer)) continue
        timer.work()
      }
    },
  }
}

/** A kind whose jobs have a name, and do what the test says. */
export function sampleKind(
  name: string,
  run: JobKind<{ name: string }>['run'],
  more: Partial<Pick<JobKind, 'atOnce' | 'attempts' | 'longest'>> = {},
): JobKind {
  const data = z.strictObject({ name: z.string() })
  return jobKind({ name, data, about: (job) => job.name, longest: 30_000, attempts: 3, atOnce: 2, run, ...more })
}

/** A crew of one process. */
export function sampleCrew(house: House, kinds: readonly JobKind[], more: Omit<Partial<Crew>, 'timers'> = {}) {
  const timers = sampleTimers()
  return { house, kinds, worker: 'one', random: () => 1, timers, ...more }
}

/** Adds a job. */
export function put(house: House, kind: string, name: string, more: Partial<NewJob> = {}): Promise<string | null> {
  return house.store.transaction((tx) => enqueue(tx, { kind, data: { name }, ...more }, house.now()))
}

/** The jobs of a kind as they lie, by what they need. */
export function jobsOf(house: House, kind: string): Promise<JobRow[]> {
  return house.store.read.selectFrom('jobs').selectAll().where('kind', '=', kind).orderBy('data').execute()
}
