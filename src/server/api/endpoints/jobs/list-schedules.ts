/** `GET /api/v1/schedules`: what the server does by itself, and when next. */
import { z } from '@hono/zod-openapi'
import { SCHEDULES } from '../../../jobs/schedules.ts'
import { readSchedules } from '../../../store/jobs-schedules.ts'
import { endpoint } from '../../endpoint.ts'
import { Moment } from '../../shapes.ts'

const ScheduleShape = z
  .object({
    name: z.string(),
    cron: z.string().openapi({ description: 'Minute, hour, day, month, weekday; UTC', example: '15 2 * * *' }),
    kind: z.string().openapi({ description: 'The kind of job that it adds' }),
    on: z.boolean().openapi({ description: 'Whether this server has what the job needs' }),
    nextAt: Moment.nullable(),
  })
  .openapi('Schedule')

/** All of them, by name. */
export const listSchedules = endpoint({
  method: 'get',
  path: '/api/v1/schedules',
  group: 'Jobs',
  summary: 'List schedules',
  who: 'token',
  may: 'admin',
  writes: null,
  answer: z.object({ items: z.array(ScheduleShape) }),
  async run({ db, house }) {
    const next = await readSchedules(db)
    const items = SCHEDULES.map(({ name, cron, kind, on }) => {
      const isOn = on?.(house) ?? true
      return { name, cron, kind, on: isOn, nextAt: isOn ? (next.get(name) ?? null) : null }
    })
    return { body: { items } }
  },
})
