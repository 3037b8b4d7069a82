/** `POST /api/v1/postmortems/{id}/items/{item}/effect`: whether a verified item had its effect. */
import { z } from '@hono/zod-openapi'
import { recordEffect } from '../../../../actions/record-effect.ts'
import { endpoint } from '../../endpoint.ts'
import { ItemPath } from '../../item-shapes.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape } from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

/** 30 and 90 days after it was verified. */
export const recordItemEffect = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/items/{item}/effect',
  group: 'Action items',
  summary: 'Record the effect of a verified action item',
  who: 'token',
  may: 'write',
  writes: ['item.changed'],
  match: 'optional',
  params: ItemPath,
  body: z.strictObject({
    verdict: z.enum(['effective', 'ineffective', 'unproven']),
    after: z.union([z.literal(30), z.literal(90)]),
    note: Line(2000).optional(),
  }),
  answer: ChangedShape,
  async run(call) {
    const { params, body, actor, now, house } = call
    const { note, verdict, after } = body
    const words = { cause: 'item', verb: 'item.changed', data: { item: params.item, verdict } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, ({ postmortem, recordText }) => {
        const done = recordEffect({
          postmortem,
          parseOptions: { severityWords: house.rules.policy.severityWords },
          recordText,
          item: params.item,
          verdict,
          after,
          ...(note === undefined ? {} : { note }),
          at: now,
          actor: actor.name,
        })
        return done.ok ? { ok: true, value: { text: done.value.text, recordText: done.value.recordText } } : done
      }),
    )
  },
})
