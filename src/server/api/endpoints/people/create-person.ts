/** `POST /api/v1/people`: makes an account, with a password or with a link by which its person sets one. */
import { z } from '@hono/zod-openapi'
import { hashedPassword } from '../../../auth/hashed-password.ts'
import { newSecret, secretDigest } from '../../../auth/secret.ts'
import { insertPasswordLink } from '../../../store/password-links.ts'
import { insertPerson, personOf } from '../../../store/people.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { Email, Handles, Moment, Name, PersonShape, RoleShape } from '../../shapes.ts'

/** The link is shown once and kept as a digest, also where the request is sent again. */
export const createPerson = endpoint({
  method: 'post',
  path: '/api/v1/people',
  group: 'People',
  summary: 'Add a person',
  details: 'Without a password the answer holds a link, shown once, by which the person sets one within 3 days.',
  who: 'token',
  may: 'admin',
  writes: ['person.created', 'password-link.created'],
  creates: true,
  body: z.strictObject({
    name: Name,
    email: Email,
    role: RoleShape.default('reader'),
    handles: Handles.default([]),
    password: z.string().max(1000).optional(),
  }),
  answer: z.object({ person: PersonShape, passwordLink: z.string().nullable(), linkExpiresAt: Moment.nullable() }),
  status: 201,
  prepare: async ({ body }) => (body.password === undefined ? null : hashedPassword(body.password, body)),
  async run({ tx, body, prepared: password, now, audit, house }) {
    const { name, email, role, handles } = body
    const row = await insertPerson(tx, { name, email, role, handles, password }, now)
    if (!row)
      throw new ApiFailure('conflict', 'email-taken', `There is a person with the address ${email} already.`, {
        fields: [{ field: 'body.email', message: 'taken' }],
      })
    await audit('person.created', row.id, { email: row.email, role })
    const person = personOf(row)
    if (password !== null) return { body: { person, passwordLink: null, linkExpiresAt: null } }
    const secret = newSecret()
    const linkExpiresAt = await insertPasswordLink(tx, row.id, secretDigest(secret), now)
    await audit('password-link.created', row.id)
    return {
      body: { person, passwordLink: null, linkExpiresAt },
      once: { passwordLink: `${house.settings.baseUrl}/set-password#${secret}` },
    }
  },
})
