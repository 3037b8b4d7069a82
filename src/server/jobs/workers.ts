/** The workers of one process: they take jobs as slots get free, and stop without leaving anything half done. */
import { claimJob } from '../store/jobs.ts'
import { type Crew, runJob } from './run-job.ts'

/** How many jobs one process runs at once, how often it looks, and how long it waits for what runs when it stops. */
const SLOTS = 4
const POLL = 1000
const GRACE = 20_000

/** Workers that look for jobs until they are told to stop. */
export class Workers {
  readonly #crew: Crew
  /** What else is to be done each time they look, such as firing schedules. */
  readonly #before: () => Promise<unknown>
  readonly #running = new Map<string, { readonly kind: string; readonly end: Promise<void> }>()
  readonly #stop = new AbortController()
  #looking: Promise<void> | null = null
  #again = false
  #drained: Promise<void> | null = null
  #callOff = () => {}

  constructor(crew: Crew, before: () => Promise<unknown> = async () => {}) {
    this.#crew = crew
    this.#before = before
  }

  /** Begins to look. */
  start(): void {
    const look = async () => {
      await this.wake()
      if (this.#drained === null) this.#callOff = this.#crew.timers.after(POLL, () => void look())
    }
    void look()
  }

  /** Looks now, without waiting for the next time; ends when there is nothing more to take. */
  wake(): Promise<void> {
    this.#again = true
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  /** Ends when nothing runs and nothing is due. */
  async settled(): Promise<void> {
    await this.wake()
    while (this.#running.size > 0) {
      await Promise.race([...this.#running.values()].map(({ end }) => end))
      await this.wake()
    }
  }

  /** Takes nothing more, and ends when what runs has ended; what takes longer than `grace` milliseconds is given back. */
  drain(grace = GRACE): Promise<void> {
    this.#drained ??= this.#drain(grace)
    return this.#drained
  }

  async #drain(grace: number): Promise<void> {
    this.#callOff()
    await this.#looking
    const callOff = this.#crew.timers.after(grace, () => this.#stop.abort())
    await Promise.all([...this.#running.values()].map(({ end }) => end))
    callOff()
  }

  async #look(): Promise<void> {
    const { house } = this.#crew
    while (this.#again && this.#drained === null) {
      this.#again = false
      try {
        await this.#before()
        while (this.#running.size < SLOTS && this.#drained === null && (await this.#take())) {}
      } catch (error) {
        // The database may be away for a while; the next look finds it again.
        house.log.error({ err: error }, 'jobs could not be looked for')
      }
    }
  }

  async #take(): Promise<boolean> {
    const { house, kinds, worker } = this.#crew
    const running = [...this.#running.values()]
    const free = kinds.filter(({ name, atOnce }) => running.filter(({ kind }) => kind === name).length < atOnce)
    const except = [...this.#running.keys()]
    const names = free.map(({ name }) => name)
    const job = await claimJob(house.store, { kinds: names, worker, except, now: house.now() })
    if (!job) return false
    const end = runJob(this.#crew, job, this.#stop.signal)
      .catch((error: unknown) => {
        house.log.error({ job: job.id, kind: job.kind, err: error }, 'the outcome of a job could not be kept')
      })
      .then(() => {
        this.#running.delete(job.id)
        void this.wake()
      })
    this.#running.set(job.id, { kind: job.kind, end })
    return true
  }
}
