/** `GET /api/v1/postmortems/{id}/signatures`: who has signed, what still holds, and what is only claimed. */
import { z } from '@hono/zod-openapi'
import { readRecord } from '../../../../record/read-record.ts'
import { requiredSignatures } from '../../../../signoff/required-signatures.ts'
import { signatureState } from '../../../../signoff/signature-state.ts'
import { verifyPostmortem } from '../../../../signoff/verify.ts'
import { endpoint } from '../../endpoint.ts'
import { seeWhole } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** What `nevertwice verify` tells of the same files. */
export const listSignatures = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/signatures',
  group: 'Stages',
  summary: 'Signatures, and whether they hold',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.object({
    digest: z.string(),
    chainHolds: z.boolean(),
    complete: z.boolean(),
    roles: z.array(
      z.object({
        role: z.string(),
        required: z.boolean(),
        status: z.enum(['claimed', 'missing', 'valid', 'void', 'withdrawn']),
        name: z.string().nullable(),
        date: z.string().nullable(),
        delegateFor: z.string().nullable(),
        changedSections: z.array(z.string()),
        reopened: z.boolean(),
      }),
    ),
    warnings: z.array(z.string()),
  }),
  async run({ house, db, actor, params }) {
    const { postmortem, recordText, revision } = await seeWhole(house, db, actor, params.id)
    const required = requiredSignatures(house.rules.policy, postmortem.metadata.severity?.value ?? null)
    const state = signatureState(postmortem, readRecord(recordText).entries, required)
    const { root, chainHolds } = verifyPostmortem(postmortem, recordText)
    const roles = state.roles.map(({ span: _, changedSections, ...role }) => ({
      ...role,
      changedSections: [...changedSections],
    }))
    const warnings = state.warnings.map(({ message }) => message)
    return { body: { digest: root, chainHolds, complete: state.complete, roles, warnings }, etag: revision }
  },
})
