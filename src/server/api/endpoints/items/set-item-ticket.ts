/** `PUT /api/v1/postmortems/{id}/items/{item}/ticket`: names the ticket of an action item. */
import { z } from '@hono/zod-openapi'
import { setTicket } from '../../../../actions/set-ticket.ts'
import { endpoint } from '../../endpoint.ts'
import { ItemPath } from '../../item-shapes.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape } from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

/** A living part, so it may be named after signing too. */
export const setItemTicket = endpoint({
  method: 'put',
  path: '/api/v1/postmortems/{id}/items/{item}/ticket',
  group: 'Action items',
  summary: 'Name the ticket of an action item',
  who: 'token',
  may: 'write',
  writes: ['item.changed'],
  match: 'optional',
  params: ItemPath,
  body: z.strictObject({ ticket: Line(500) }),
  answer: ChangedShape,
  async run(call) {
    const { params, body, house } = call
    const words = { cause: 'item', verb: 'item.changed', data: { item: params.item, ticket: body.ticket } } as const
    const parseOptions = { severityWords: house.rules.policy.severityWords }
    return changedAnswer(
      await changeSeen(call, params.id, words, ({ postmortem, recordText }) =>
        setTicket({ postmortem, parseOptions, recordText, item: params.item, ticket: body.ticket }),
      ),
    )
  },
})
