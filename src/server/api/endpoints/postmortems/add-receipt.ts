/** `POST /api/v1/postmortems/{id}/receipts`: records that it was published at a place. */
import { z } from '@hono/zod-openapi'
import { ok } from '../../../../base/result.ts'
import { canPublish } from '../../../../publication/can-publish.ts'
import { recordReceipt } from '../../../../publication/record-receipt.ts'
import { TARGETS } from '../../../../publication/targets.ts'
import { readRecord } from '../../../../record/read-record.ts'
import { requiredSignatures } from '../../../../signoff/required-signatures.ts'
import { endpoint } from '../../endpoint.ts'
import { gateFindings, moveRefused } from '../../gate-findings.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath } from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

/** The same receipt twice is one; a restricted or unsigned postmortem gets none. */
export const addReceipt = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/receipts',
  group: 'Stages',
  summary: 'Record a publication',
  details:
    'Runs the checks of the gate "publish" first; a refusal carries its findings. The all-hands has an endpoint of its own.',
  who: 'token',
  may: 'write',
  writes: ['postmortem.recorded'],
  match: 'optional',
  params: PostmortemPath,
  body: z.strictObject({
    target: z.enum(TARGETS).exclude(['all-hands']),
    reference: Line(2000),
    note: Line(2000).optional(),
  }),
  answer: ChangedShape,
  async run(call) {
    const { house, actor, now, params } = call
    const { target, reference, note } = call.body
    const { policy, publication } = house.rules
    const words = { cause: 'published', verb: 'postmortem.recorded', data: { target, reference } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, (opened) => {
        const { postmortem, recordText, text } = opened
        const findings = gateFindings(house, opened, 'publish', now)
        const can = canPublish({
          postmortem,
          entries: readRecord(recordText).entries,
          requiredRoles: requiredSignatures(policy, postmortem.metadata.severity?.value ?? null),
          mainTarget: publication.mainTarget,
          gateFindings: findings,
        })
        if (!can.ok) throw moveRefused(can.refusal, text, findings)
        const done = recordReceipt({
          postmortem,
          recordText,
          target,
          configured: publication.targets,
          reference,
          ...(note === undefined ? {} : { note }),
          at: now,
          actor: actor.name,
        })
        return done.ok ? ok({ text: done.value.text, recordText: done.value.recordText }) : done
      }),
    )
  },
})
