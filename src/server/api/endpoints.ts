/** Every endpoint, sorted by its file. A new one is a file under `endpoints/` and a line here. */
import type { Endpoint } from './endpoint.ts'
import { discardJob } from './endpoints/jobs/discard-job.ts'
import { listJobs } from './endpoints/jobs/list-jobs.ts'
import { listSchedules } from './endpoints/jobs/list-schedules.ts'
import { runJobAgain } from './endpoints/jobs/run-job-again.ts'
import { getHealth } from './endpoints/operation/get-health.ts'
import { getMetrics } from './endpoints/operation/get-metrics.ts'
import { getReadiness } from './endpoints/operation/get-readiness.ts'
import { createOwner } from './endpoints/owner/create-owner.ts'
import { createSession } from './endpoints/session/create-session.ts'
import { deleteSession } from './endpoints/session/delete-session.ts'
import { getSession } from './endpoints/session/get-session.ts'

/** All of them. */
export const ENDPOINTS: readonly Endpoint[] = [
  discardJob,
  listJobs,
  listSchedules,
  runJobAgain,
  getHealth,
  getMetrics,
  getReadiness,
  createOwner,
  createSession,
  deleteSession,
  getSession,
]
