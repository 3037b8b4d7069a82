/** `POST /api/v1/postmortems/{id}/items/{item}/due`: moves the due date of an action item. */
import { z } from '@hono/zod-openapi'
import { moveDue } from '../../../../actions/move-due.ts'
import { endpoint } from '../../endpoint.ts'
import { ItemPath } from '../../item-shapes.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape, Reason } from '../../postmortem-shapes.ts'
import { Day } from '../../shapes.ts'

/** The first date keeps its quarter. */
export const moveItemDue = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/items/{item}/due',
  group: 'Action items',
  summary: 'Move a due date, with a reason',
  who: 'token',
  may: 'write',
  writes: ['item.changed'],
  match: 'optional',
  params: ItemPath,
  body: z.strictObject({ to: Day, reason: Reason }),
  answer: ChangedShape,
  async run(call) {
    const { params, body, actor, now } = call
    const words = { cause: 'item', verb: 'item.changed', data: { item: params.item, due: body.to } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, ({ postmortem, recordText }) => {
        const moved = moveDue({ postmortem, recordText, item: params.item, ...body, at: now, actor: actor.name })
        return moved.ok ? { ok: true, value: { text: moved.value.text, recordText: moved.value.recordText } } : moved
      }),
    )
  },
})
