/** `POST /api/v1/postmortems/{id}/signatures/withdraw`: takes a signature back. */
import { z } from '@hono/zod-openapi'
import { ok } from '../../../../base/result.ts'
import { samePerson } from '../../../../signoff/same-person.ts'
import { withdrawSignature as withdraw } from '../../../../signoff/withdraw.ts'
import { endpoint } from '../../endpoint.ts'
import { changedAnswer, changeSeen, requireLead } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath, Reason } from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

/** One's own; that of another only a lead may take back. */
export const withdrawSignature = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/signatures/withdraw',
  group: 'Stages',
  summary: 'Withdraw a signature, with a reason',
  who: 'token',
  may: 'write',
  writes: ['postmortem.recorded'],
  match: 'optional',
  params: PostmortemPath,
  body: z.strictObject({ role: Line(200), name: Line(200).optional(), reason: Reason }),
  answer: ChangedShape,
  async run(call) {
    const { actor, now, params } = call
    const { role, reason, name = actor.name } = call.body
    if (!samePerson(name, actor.name)) requireLead(actor, 'Withdrawing the signature of somebody else')
    const words = { cause: 'withdrawn', verb: 'postmortem.recorded', data: { role, name, reason } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, ({ postmortem, recordText }) => {
        const done = withdraw({ postmortem, recordText, role, name, reason, actor: actor.name, at: now })
        return done.ok ? ok({ text: done.value.text, recordText: done.value.recordText }) : done
      }),
    )
  },
})
