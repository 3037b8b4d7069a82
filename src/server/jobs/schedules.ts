/** Every schedule, sorted by its name. */
import type { Schedule } from './schedule.ts'

/** All of them; UTC. */
export const SCHEDULES: readonly Schedule[] = [
  { name: 'backup', cron: '15 2 * * *', kind: 'backup', on: ({ hooks }) => hooks?.backup !== undefined },
  { name: 'clean-up', cron: '25 * * * *', kind: 'clean-up' },
  { name: 'deadlines', cron: '*/5 * * * *', kind: 'deadlines' },
  { name: 'index-rollups', cron: '45 3 * * *', kind: 'index-rollups', on: ({ hooks }) => hooks?.reindex !== undefined },
  { name: 'items', cron: '0 6 * * *', kind: 'items' },
]
