/** `GET /api/v1/postmortems/{id}/revisions/{number}`: a text as it stood. */
import { z } from '@hono/zod-openapi'
import { findRevision } from '../../../store/revisions.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { PostmortemId } from '../../postmortem-shapes.ts'
import { RevisionNumber, RevisionShape } from '../../revision-shape.ts'

/** With its whole text. */
export const getRevision = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/revisions/{number}',
  group: 'History',
  summary: 'One revision',
  who: 'token',
  may: 'read',
  writes: null,
  params: z.strictObject({ id: PostmortemId, number: RevisionNumber }),
  answer: RevisionShape.extend({ text: z.string() }),
  async run({ db, actor, params: { id, number } }) {
    await seePostmortem(db, actor, id)
    const revision = await findRevision(db, id, number)
    if (!revision) throw notFound(`revision ${number} of ${id}`)
    return { body: revision }
  },
})
