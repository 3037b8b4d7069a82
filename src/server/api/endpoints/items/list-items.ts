/** `GET /api/v1/items`: action items over all postmortems. */
import { z } from '@hono/zod-openapi'
import { ownerKey } from '../../../../actions/owner-keys.ts'
import { utcDay } from '../../../../base/instant.ts'
import { listItems as listRows } from '../../../store/items.ts'
import { endpoint } from '../../endpoint.ts'
import { ItemStatusShape, ListedItem, listedItem } from '../../item-shapes.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { viewerOf } from '../../postmortem-access.ts'
import { PostmortemId, QuarterShape } from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

const Place = z.tuple([z.string().max(20), z.string().max(100), z.number().int()])

/** The next due first; those without a day last. */
export const listItems = endpoint({
  method: 'get',
  path: '/api/v1/items',
  group: 'Action items',
  summary: 'Action items, the next due first',
  details:
    '`owner=me` is who asks. `overdue=true` counts work that is due, risks accepted only until a day, and looks at the effect.',
  who: 'token',
  may: 'read',
  writes: null,
  query: z.strictObject({
    ...PageQuery,
    status: ItemStatusShape.optional(),
    owner: Line(200).optional(),
    quarter: QuarterShape.optional(),
    overdue: z.enum(['true']).optional(),
    postmortem: PostmortemId.optional(),
  }),
  answer: pageOf(ListedItem),
  async run({ db, actor, now, query }) {
    const { limit, after, owner, overdue, ...filter } = query
    const today = utcDay(now)
    const rows = await listRows(
      db,
      viewerOf(actor),
      {
        ...filter,
        ...(owner === undefined ? {} : { owner: ownerKey(owner === 'me' ? actor.name : owner) }),
        ...(overdue === undefined ? {} : { lateBefore: today }),
      },
      readCursor(Place, after),
      limit + 1,
    )
    const page = toPage(
      rows,
      limit,
      (row) => [row.sort_due, row.postmortem_id, row.place],
      (row) => listedItem(row, today),
    )
    return { body: page }
  },
})
