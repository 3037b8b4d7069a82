/** `DELETE /api/v1/people/{id}/sessions`: signs a person out everywhere. */
import { z } from '@hono/zod-openapi'
import { findPerson } from '../../../store/people.ts'
import { deleteSessions } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, Nothing } from '../../shapes.ts'

/** For a machine that was lost; who is to stay out is disabled. */
export const deleteSessionsOfPerson = endpoint({
  method: 'delete',
  path: '/api/v1/people/{id}/sessions',
  group: 'People',
  summary: 'Sign a person out everywhere',
  who: 'token',
  may: 'admin',
  writes: ['session.ended'],
  params: z.strictObject({ id: Id }),
  answer: Nothing,
  status: 204,
  async run({ tx, params: { id }, audit }) {
    if ((await findPerson(tx, id)) === null) throw notFound('person')
    const ended = await deleteSessions(tx, { personId: id })
    await audit('session.ended', id, { sessions: ended.length, by: 'administrator' })
    return { body: null }
  },
})
