/** `POST /api/v1/postmortems/{id}/all-hands/held`: attests that the all-hands discussed it. */
import { z } from '@hono/zod-openapi'
import { attestAndTick } from '../../../../publication/attest-and-tick.ts'
import { endpoint } from '../../endpoint.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath } from '../../postmortem-shapes.ts'
import { Day, WebAddress } from '../../shapes.ts'

/** Who says so is who asks; its box is ticked with the receipt. */
export const attestAllHands = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/all-hands/held',
  group: 'Stages',
  summary: 'Attest that the all-hands discussed it',
  who: 'token',
  may: 'write',
  writes: ['postmortem.recorded'],
  match: 'optional',
  params: PostmortemPath,
  body: z.strictObject({ date: Day, link: WebAddress }),
  answer: ChangedShape,
  async run(call) {
    const { actor, now, params, house } = call
    const { date, link } = call.body
    const words = { cause: 'all-hands', verb: 'postmortem.recorded', data: { held: date, link } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, ({ postmortem, recordText }) =>
        attestAndTick({
          postmortem,
          recordText,
          actor: actor.name,
          at: now,
          date,
          link,
          configured: house.rules.publication.targets,
        }),
      ),
    )
  },
})
