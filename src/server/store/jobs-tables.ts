/** The tables of work that is done later: jobs, what people were told, schedules. */

/** Work to be done later, at least once. */
export interface JobsTable {
  id: string
  kind: string
  data: string
  /** At most one waiting job for each key; of those that run or ended there may be more. */
  unique_key: string | null
  /** Equal to `created_at` for a job that is to run at once. */
  run_at: number
  /** How often it was begun. */
  attempts: number
  /** Until when whoever runs it has it for itself. */
  lease_until: number | null
  lease_by: string | null
  state: 'waiting' | 'running' | 'done' | 'dead'
  error: string | null
  created_at: number
  updated_at: number
}

/** What people were told, so that nothing is told twice. */
export interface NoticesTable {
  /** What, about which deadline, to whom. */
  key: string
  what: string
  /** `INC-2026-11-23-001`, or an item `INC-2026-11-23-001#A1`. */
  subject: string
  person_id: string
  at: number
  /** `passed` where it was no longer true, or not for this person to see, when it was about to be told. */
  state: 'waiting' | 'told' | 'passed'
  told_at: number | null
}

/** When each schedule fires next. */
export interface SchedulesTable {
  name: string
  next_at: number
}
