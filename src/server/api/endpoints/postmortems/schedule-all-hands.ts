/** `POST /api/v1/postmortems/{id}/all-hands`: puts it on the agenda of an all-hands. */
import { z } from '@hono/zod-openapi'
import { ok } from '../../../../base/result.ts'
import { allHandsState, scheduleAllHands as schedule } from '../../../../publication/all-hands.ts'
import { audienceOf } from '../../../../publication/redaction.ts'
import { readRecord } from '../../../../record/read-record.ts'
import { endpoint } from '../../endpoint.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath } from '../../postmortem-shapes.ts'
import { Day } from '../../shapes.ts'

/** A room full of people is a publication like any other: none of a restricted one. */
export const scheduleAllHands = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/all-hands',
  group: 'Stages',
  summary: 'Put it on the agenda of the all-hands',
  who: 'token',
  may: 'write',
  writes: ['postmortem.recorded'],
  match: 'optional',
  params: PostmortemPath,
  body: z.strictObject({ date: Day }),
  answer: ChangedShape,
  async run(call) {
    const { actor, now, params } = call
    const { date } = call.body
    const words = { cause: 'all-hands', verb: 'postmortem.recorded', data: { date } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, ({ postmortem, recordText }) => {
        const audience = audienceOf(postmortem)
        if (!audience.ok) return audience
        const state = allHandsState(readRecord(recordText).entries, now)
        if (state.state === 'scheduled' && state.date === date) return ok({})
        const done = schedule({ postmortem, recordText, at: now, actor: actor.name, date })
        return done.ok ? ok({ recordText: done.value.text }) : done
      }),
    )
  },
})
