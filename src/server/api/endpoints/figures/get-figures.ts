/** `GET /api/v1/figures`: how many postmortems and action items there are, and the closure rate of each quarter. */
import { z } from '@hono/zod-openapi'
import { parseQuarter, reviewDay } from '../../../../actions/quarter.ts'
import { utcDay } from '../../../../base/instant.ts'
import { readRollups } from '../../../store/rollups.ts'
import { endpoint } from '../../endpoint.ts'
import { ItemStatusShape } from '../../item-shapes.ts'
import { SeverityShape, StageShape } from '../../postmortem-shapes.ts'

/** From counts that are written with every change; restricted postmortems count nowhere, and no figure is of a person. */
export const getFigures = endpoint({
  method: 'get',
  path: '/api/v1/figures',
  group: 'Figures',
  summary: 'Counts and closure rates',
  who: 'token',
  may: 'read',
  writes: null,
  answer: z.object({
    postmortems: z.array(z.object({ stage: StageShape, count: z.number().int() })),
    severities: z.array(
      z.object({ quarter: z.string().nullable(), severity: SeverityShape.nullable(), count: z.number().int() }),
    ),
    items: z.array(z.object({ status: ItemStatusShape, count: z.number().int() })),
    closure: z.array(
      z.object({
        quarter: z.string(),
        reviewDay: z.string(),
        final: z.boolean().describe('Whether the review day has passed, so that this does not change any more'),
        total: z.number().int().describe('Items whose first due date lies in the quarter'),
        closed: z.number().int().describe('Of these, done or verified by the review day'),
        verified: z.number().int(),
        rate: z.number(),
        verifiedRate: z.number(),
        target: z.number(),
      }),
    ),
  }),
  async run({ db, house, now }) {
    const { closureTarget, reviewBusinessDay, holidays } = house.rules.policy
    const quarters = new Map<string, Map<string, number>>()
    for (const [key, count] of await readRollups(db, 'closure')) {
      const [quarter, status] = parts(key)
      quarters.set(quarter, (quarters.get(quarter) ?? new Map()).set(status, count))
    }
    const closure = [...quarters].sort(byName).map(([quarter, counts]) => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const verified = counts.get('verified') ?? 0
      const closed = (counts.get('done') ?? 0) + verified
      const day = reviewDay(parseQuarter(quarter)!, reviewBusinessDay, holidays)
      const rates = { rate: closed / total, verifiedRate: verified / total, target: closureTarget }
      return { quarter, reviewDay: day, final: utcDay(now) > day, total, closed, verified, ...rates }
    })
    const [postmortems, items, severities] = [
      await readRollups(db, 'postmortems'),
      await readRollups(db, 'items'),
      await readRollups(db, 'severity'),
    ]
    return {
      body: {
        postmortems: [...postmortems].sort(byName).map(([stage, count]) => ({ stage: stage as never, count })),
        severities: [...severities].sort(byName).map(([key, count]) => {
          const [quarter, severity] = parts(key)
          return { quarter: orNull(quarter), severity: orNull(severity) as never, count }
        }),
        items: [...items].sort(byName).map(([status, count]) => ({ status: status as never, count })),
        closure,
      },
    }
  },
})

/** The first word and the rest: a status may have several. */
function parts(key: string): [string, string] {
  const blank = key.indexOf(' ')
  return [key.slice(0, blank), key.slice(blank + 1)]
}

function orNull(part: string): string | null {
  return part === '-' ? null : part
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
