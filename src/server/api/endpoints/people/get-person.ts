/** `GET /api/v1/people/{id}`: one person. */
import { z } from '@hono/zod-openapi'
import { findPerson, personOf } from '../../../store/people.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, PersonShape } from '../../shapes.ts'

/** As an administrator sees one: never with a password. */
export const getPerson = endpoint({
  method: 'get',
  path: '/api/v1/people/{id}',
  group: 'People',
  summary: 'One person',
  who: 'token',
  may: 'admin',
  writes: null,
  params: z.strictObject({ id: Id }),
  answer: PersonShape,
  async run({ db, params }) {
    const person = await findPerson(db, params.id)
    if (!person) throw notFound('person')
    return { body: personOf(person) }
  },
})
