/** `POST /api/v1/postmortems/{id}/signatures`: signs what was shown. */
import { z } from '@hono/zod-openapi'
import { recordItems } from '../../../../actions/record-items.ts'
import { utcDay } from '../../../../base/instant.ts'
import { ok } from '../../../../base/result.ts'
import { signPostmortem as sign } from '../../../../signoff/sign.ts'
import { endpoint } from '../../endpoint.ts'
import { gateFindings, moveRefused } from '../../gate-findings.ts'
import { maySignAs } from '../../may-sign-as.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath } from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

/** Nobody signs in another's name; a delegate says for whom. 412 where the text is not the one that was shown. */
export const signPostmortem = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/signatures',
  group: 'Stages',
  summary: 'Sign for a role',
  details:
    '`digest` is the one that the postmortem was shown with. Runs the checks of the gate "sign" first; a refusal carries its findings. The lead of the owning team signs as platform lead, or a delegate for them.',
  who: 'token',
  may: 'write',
  writes: ['postmortem.recorded'],
  match: 'optional',
  params: PostmortemPath,
  body: z.strictObject({
    role: Line(200),
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'is no digest: 64 hexadecimal digits'),
    delegateFor: Line(200).optional(),
  }),
  answer: ChangedShape,
  async run(call) {
    const { house, actor, now, params, tx } = call
    const { role, digest, delegateFor } = call.body
    const words = { cause: 'signed', verb: 'postmortem.recorded', data: { role, digest } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, async (opened) => {
        const { postmortem, recordText, text } = opened
        await maySignAs(tx, params.id, { actor, role, delegateFor })
        const findings = gateFindings(house, opened, 'sign', now)
        const signed = sign({
          postmortem,
          parseOptions: { severityWords: house.rules.policy.severityWords },
          recordText,
          role,
          name: actor.name,
          date: utcDay(now),
          at: now,
          actor: actor.name,
          ...(delegateFor === undefined ? {} : { delegateFor }),
          gateFindings: findings,
          expectedDigest: digest,
        })
        if (!signed.ok) throw moveRefused(signed.refusal, text, findings)
        const recorded = recordItems({ postmortem, recordText: signed.value.recordText, actor: actor.name, at: now })
        return recorded.ok ? ok({ text: signed.value.text, recordText: recorded.value }) : recorded
      }),
    )
  },
})
