/** `PUT /api/v1/postmortems/{id}/readers`: names who may see a restricted postmortem. */
import { z } from '@hono/zod-openapi'
import { setReaders } from '../../../store/readers.ts'
import { endpoint } from '../../endpoint.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'
import { Id } from '../../shapes.ts'

/** Whoever sees it may let others see it; its author and admins always do. */
export const putReaders = endpoint({
  method: 'put',
  path: '/api/v1/postmortems/{id}/readers',
  group: 'Postmortems',
  summary: 'Name who may see a restricted postmortem',
  who: 'token',
  may: 'write',
  writes: ['postmortem.changed'],
  params: PostmortemPath,
  body: z.strictObject({ people: z.array(Id).max(500) }),
  answer: z.object({ people: z.array(z.string()) }),
  async run({ tx, actor, params: { id }, body, audit }) {
    const { visibility } = await seePostmortem(tx, actor, id)
    const people = await setReaders(tx, id, body.people)
    await audit('postmortem.changed', id, { readers: people }, visibility === 'restricted')
    return { body: { people } }
  },
})
