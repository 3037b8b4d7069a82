/** A job as it is shown: what it is about, never what it holds. */
import { z } from '@hono/zod-openapi'
import { JOB_KINDS } from '../jobs/job-kinds.ts'
import type { JobRow } from '../store/jobs.ts'
import { Id, Moment } from './shapes.ts'

/** The states in which jobs are. */
export const JOB_STATES = ['waiting', 'running', 'done', 'dead'] as const

/** The shape. */
export const JobShape = z
  .object({
    id: Id,
    kind: z.string(),
    about: z.string().openapi({ description: 'What it does, in a few words' }),
    state: z.enum(JOB_STATES),
    attempts: z.number().int(),
    runAt: Moment.openapi({ description: 'When it is tried next, or was to be tried' }),
    error: z.string().nullable().openapi({ description: 'Why the last attempt failed, and what to do' }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .openapi('Job')

/** A row as that shape. */
export function jobOf({ id, kind, data, state, attempts, run_at, error, created_at, updated_at }: JobRow) {
  return {
    id,
    kind,
    about: aboutOf(kind, data),
    state,
    attempts,
    runAt: run_at,
    error,
    createdAt: created_at,
    updatedAt: updated_at,
  }
}

/** What its kind says of it; of a kind or data that this version does not know, nothing is shown. */
function aboutOf(name: string, text: string): string {
  const kind = JOB_KINDS.find((each) => each.name === name)
  if (!kind) return 'a kind that this version does not know'
  try {
    const data = kind.data.safeParse(JSON.parse(text))
    return data.success ? kind.about(data.data) : 'something that this version does not understand'
  } catch {
    return 'something that cannot be read'
  }
}
