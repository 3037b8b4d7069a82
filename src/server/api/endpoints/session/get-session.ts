/** `GET /api/v1/session`: who is signed in. */
import { z } from '@hono/zod-openapi'
import { findPerson, personOf } from '../../../store/people.ts'
import { endpoint } from '../../endpoint.ts'
import { PermissionShape, PersonShape } from '../../shapes.ts'

/** The person behind the request, and what they may. */
export const getSession = endpoint({
  method: 'get',
  path: '/api/v1/session',
  group: 'Sign-in',
  summary: 'Who I am',
  who: 'token',
  may: 'read',
  writes: null,
  answer: z.object({ person: PersonShape, via: z.enum(['session', 'token']), permissions: z.array(PermissionShape) }),
  async run({ db, actor }) {
    const person = personOf((await findPerson(db, actor.id))!)
    return { body: { person, via: actor.via, permissions: [...actor.permissions] } }
  },
})
