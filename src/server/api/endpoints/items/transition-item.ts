/** `POST /api/v1/postmortems/{id}/items/{item}/transition`: moves an action item on, with what the move demands. */
import { z } from '@hono/zod-openapi'
import { transitionItem as transition } from '../../../../actions/transition-item.ts'
import { parseVerifier } from '../../../../actions/verifier.ts'
import type { Proof } from '../../../../record/entry.ts'
import { endpoint } from '../../endpoint.ts'
import { ItemPath, ItemStatusShape, ProofShape } from '../../item-shapes.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape, Reason } from '../../postmortem-shapes.ts'
import { Day, Line } from '../../shapes.ts'

/** Who acts is who verified it, unless a machine's check is named. */
export const transitionItem = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/items/{item}/transition',
  group: 'Action items',
  summary: 'Move an action item on',
  details:
    "done needs a proof; verified needs a check with its result as proof, or a person who neither owns the item nor marked it done; won't do needs a reason, who accepts the risk, and until when; going back needs a reason.",
  who: 'token',
  may: 'write',
  writes: ['item.changed'],
  match: 'optional',
  params: ItemPath,
  body: z.strictObject({
    to: ItemStatusShape,
    proof: ProofShape.optional(),
    check: Line(300).optional().openapi({ description: "The machine's check that verified it" }),
    reason: Reason.optional(),
    acceptedBy: Line(200).optional(),
    until: Day.optional(),
  }),
  answer: ChangedShape,
  async run(call) {
    const { params, body, actor, house } = call
    const { proof, check, reason, acceptedBy, until, to } = body
    const words = { cause: 'item', verb: 'item.changed', data: { item: params.item, to } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, ({ postmortem, recordText }) => {
        const moved = transition({
          postmortem,
          parseOptions: { severityWords: house.rules.policy.severityWords },
          recordText,
          item: params.item,
          to,
          at: call.now,
          actor: actor.name,
          ...(proof === undefined ? {} : { proof: proof as Proof }),
          ...(check === undefined ? {} : { verifier: parseVerifier(`check: ${check}`) }),
          ...(reason === undefined ? {} : { reason }),
          ...(acceptedBy === undefined ? {} : { acceptedBy }),
          ...(until === undefined ? {} : { until }),
        })
        return moved.ok ? { ok: true, value: { text: moved.value.text, recordText: moved.value.recordText } } : moved
      }),
    )
  },
})
