/** The metrics of one server, in the words of Prometheus. No series is about a person, and none is restricted. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { utcDay } from '../../base/instant.ts'
import type { House } from '../house.ts'
import { JOB_KINDS } from '../jobs/job-kinds.ts'
import { countOverdueItems, jobFigures, rollupFigures } from '../store/jobs-figures.ts'
import { VERSION } from '../version.ts'
import { closureFigures } from './closure-figures.ts'
import { overdueFigures } from './overdue-figures.ts'

const STATUSES = ['open', 'in progress']
const STATES = ['waiting', 'running', 'dead']

/** What happens is counted as it does; what is, is looked up when it is asked for. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Histogram<'method' | 'route' | 'status'>
  readonly #failures: Counter<'kind'>
  #complete = false

  constructor() {
    const registers = [this.#registry]
    this.#requests = new Histogram({
      name: 'nevertwice_http_request_duration_seconds',
      help: 'Time to answer a request, by the pattern of its route and the class of its status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    })
    this.#failures = new Counter({
      name: 'nevertwice_job_failures_total',
      help: 'Attempts of jobs that failed, by kind',
      labelNames: ['kind'],
      registers,
    })
    for (const { name } of JOB_KINDS) this.#failures.inc({ kind: name }, 0)
  }

  /** A request was answered; `route` is its pattern, so that no id becomes a series. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds)
  }

  /** An attempt of a job failed. */
  jobFailed(kind: string): void {
    this.#failures.inc({ kind })
  }

  /** Everything, as text. */
  async text(house: House): Promise<string> {
    this.#complete ||= this.#add(house)
    return this.#registry.metrics()
  }

  #add(house: House): true {
    const registers = [this.#registry]
    const { store, now, rules } = house
    collectDefaultMetrics({ register: this.#registry })
    gauge(registers, 'nevertwice_build_info', 'The version that runs', ['version'], async (set) =>
      set(1, { version: VERSION }),
    )
    gauge(
      registers,
      'nevertwice_postmortem_overdue',
      'Incidents whose draft or published postmortem is late, by severity; also those without a draft',
      ['severity'],
      async (set) => {
        for (const [severity, count] of await overdueFigures(house)) set(count, { severity })
      },
    )
    gauge(registers, 'nevertwice_action_items_open', 'Action items that are not done', ['status'], async (set) => {
      const counts = await rollupFigures(store.read, 'items')
      for (const status of STATUSES) set(counts.get(status) ?? 0, { status })
    })
    gauge(registers, 'nevertwice_action_items_overdue', 'Action items past their due date', [], async (set) =>
      set(await countOverdueItems(store.read, utcDay(now()))),
    )
    const closures = async () => closureFigures(await rollupFigures(store.read, 'closure'), now(), rules.policy)
    gauge(
      registers,
      'nevertwice_action_closure_ratio',
      'Share of the items first due in a quarter that are done or verified by its review',
      ['quarter'],
      async (set) => {
        for (const { quarter, ratio } of await closures()) set(ratio, { quarter })
      },
    )
    gauge(
      registers,
      'nevertwice_action_closure_review_timestamp_seconds',
      'When the day ends on which a quarter is reviewed',
      ['quarter'],
      async (set) => {
        for (const { quarter, reviewedAt } of await closures()) set(reviewedAt / 1000, { quarter })
      },
    )
    gauge(registers, 'nevertwice_action_closure_target_ratio', 'Share that is to be exceeded', [], async (set) =>
      set(rules.policy.closureTarget),
    )
    gauge(registers, 'nevertwice_jobs', 'Jobs by kind and state', ['kind', 'state'], async (set) => {
      for (const { name: kind } of JOB_KINDS) for (const state of STATES) set(0, { kind, state })
      for (const { kind, state, count } of await jobFigures(store.read)) set(count, { kind, state })
    })
    gauge(
      registers,
      'nevertwice_job_queue_delay_seconds',
      'How long the job that has been due longest waits already',
      [],
      async (set) => {
        const waiting = (await jobFigures(store.read)).filter(({ state }) => state === 'waiting')
        set(Math.max(0, ...waiting.map(({ since }) => (now() - since) / 1000)))
      },
    )
    return true
  }
}

type Set = (value: number, labels?: Record<string, string>) => void

function gauge(registers: Registry[], name: string, help: string, labelNames: string[], fill: (set: Set) => unknown) {
  new Gauge({
    name,
    help,
    labelNames,
    registers,
    async collect() {
      this.reset()
      await fill((value, labels = {}) => this.set(labels, value))
    },
  })
}

const known = new WeakMap<object, Metrics>()

/** The metrics of a house, by its store: what was made of it for a test counts with it. */
export function metricsOf({ store }: Pick<House, 'store'>): Metrics {
  const metrics = known.get(store) ?? new Metrics()
  known.set(store, metrics)
  return metrics
}
