/** `POST /api/v1/postmortems/{id}/timeline`: writes an entry into the timeline where it belongs in time. */
import { z } from '@hono/zod-openapi'
import { ok } from '../../../../base/result.ts'
import { insertRows } from '../../../../document/insert-rows.ts'
import { changedText } from '../../changed-text.ts'
import { endpoint } from '../../endpoint.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath } from '../../postmortem-shapes.ts'
import { Line, Moment, WebAddress } from '../../shapes.ts'

/** In the author's way of writing times; no other entry reads differently than before. */
export const addTimelineEntry = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/timeline',
  group: 'Timeline',
  summary: 'Add a timeline entry',
  who: 'token',
  may: 'write',
  writes: ['postmortem.changed'],
  creates: true,
  match: 'optional',
  params: PostmortemPath,
  body: z.strictObject({
    at: Moment,
    text: Line(2000),
    links: z
      .array(z.strictObject({ title: Line(300), url: WebAddress }))
      .max(20)
      .default([]),
  }),
  answer: ChangedShape,
  status: 201,
  async run(call) {
    const { params, body, house } = call
    const words = { cause: 'timeline', verb: 'postmortem.changed', data: { at: body.at } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, (opened) => {
        const options = { severityWords: house.rules.policy.severityWords }
        const inserted = insertRows(opened.postmortem, [{ ...body, at: body.at - (body.at % 1000) }], options)
        if (!inserted.ok) return inserted
        const text = changedText(house, opened, inserted.value.text)
        return text.ok ? ok({ text: text.value }) : text
      }),
    )
  },
})
