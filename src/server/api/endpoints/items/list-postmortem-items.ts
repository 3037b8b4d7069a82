/** `GET /api/v1/postmortems/{id}/items`: the action items of a postmortem, with what can follow. */
import { z } from '@hono/zod-openapi'
import { itemStates } from '../../../../actions/item-state.ts'
import { findTransition, nextStatuses } from '../../../../actions/transitions.ts'
import { utcDay } from '../../../../base/instant.ts'
import { readRecord } from '../../../../record/read-record.ts'
import { listItems } from '../../../store/items.ts'
import { endpoint } from '../../endpoint.ts'
import { ItemStatusShape, ListedItem, listedItem } from '../../item-shapes.ts'
import { seeWhole, viewerOf } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

const MOST = 10_000

/** In the order of the due dates, each with the moves that it may make and what they demand. */
export const listPostmortemItems = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/items',
  group: 'Action items',
  summary: 'The action items of a postmortem',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.object({
    items: z.array(
      ListedItem.extend({
        acceptedBy: z.string().nullable(),
        acceptedUntil: z.string().nullable(),
        doneBy: z.string().nullable(),
        verifiedBy: z.string().nullable(),
        next: z.array(z.object({ to: ItemStatusShape, demands: z.array(z.string()) })),
      }),
    ),
  }),
  async run({ house, db, actor, now, params }) {
    const opened = await seeWhole(house, db, actor, params.id)
    const rows = await listItems(db, viewerOf(actor), { postmortem: params.id }, null, MOST)
    const states = itemStates(opened.postmortem, readRecord(opened.recordText).entries)
    const items = rows.flatMap((row) => {
      const state = states[row.place]
      if (!state) return []
      const { acceptedBy, acceptedUntil, doneBy, verifiedBy, status } = state
      const next = nextStatuses(status).map((to) => ({ to, demands: [...(findTransition(status, to)?.demands ?? [])] }))
      return [{ ...listedItem(row, utcDay(now)), acceptedBy, acceptedUntil, doneBy, verifiedBy, next }]
    })
    return { body: { items }, etag: opened.revision }
  },
})
