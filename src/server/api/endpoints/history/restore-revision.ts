/** `POST /api/v1/postmortems/{id}/restore`: makes an earlier text the newest. */
import { z } from '@hono/zod-openapi'
import { withLivingOf } from '../../../../actions/with-living-of.ts'
import { ok } from '../../../../base/result.ts'
import { parsePostmortem } from '../../../../document/parse.ts'
import { readRecord } from '../../../../record/read-record.ts'
import { findRevision } from '../../../store/revisions.ts'
import { changedText } from '../../changed-text.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { changedAnswer, changeSeen } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath } from '../../postmortem-shapes.ts'

/** Words are turned back; what was done since (statuses, proofs, receipts, signatures) is not. */
export const restoreRevision = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/restore',
  group: 'History',
  summary: 'Restore an earlier text',
  who: 'token',
  may: 'write',
  writes: ['postmortem.changed'],
  match: 'required',
  params: PostmortemPath,
  body: z.strictObject({ revision: z.number().int().min(1).max(1e9) }),
  answer: ChangedShape,
  async run(call) {
    const { params, body, house, tx } = call
    const words = { cause: 'restored', verb: 'postmortem.changed', data: { restored: body.revision } } as const
    return changedAnswer(
      await changeSeen(call, params.id, words, async (opened) => {
        const revision = await findRevision(tx, params.id, body.revision)
        if (!revision) throw notFound(`revision ${body.revision} of ${params.id}`)
        const options = { severityWords: house.rules.policy.severityWords }
        const restored = withLivingOf(
          parsePostmortem(revision.text, options),
          opened.postmortem,
          readRecord(opened.recordText).entries,
          house.rules.publication.targets,
          options,
        )
        if (!restored.ok) return restored
        const text = changedText(house, opened, restored.value)
        return text.ok ? ok({ text: text.value }) : text
      }),
    )
  },
})
