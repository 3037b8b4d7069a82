/** `POST /api/v1/people/{id}/password-link`: a link by which a person sets a new password. */
import { z } from '@hono/zod-openapi'
import { newSecret, secretDigest } from '../../../auth/secret.ts'
import { insertPasswordLink } from '../../../store/password-links.ts'
import { findPerson } from '../../../store/people.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure, notFound } from '../../failure.ts'
import { Id, Moment } from '../../shapes.ts'

/** For who has forgotten one; links that were made before end. */
export const createPasswordLink = endpoint({
  method: 'post',
  path: '/api/v1/people/{id}/password-link',
  group: 'People',
  summary: 'Make a link that sets a password',
  details: 'The link is shown once and holds for 3 days; those made before end.',
  who: 'token',
  may: 'admin',
  writes: ['password-link.created'],
  creates: true,
  params: z.strictObject({ id: Id }),
  answer: z.object({ passwordLink: z.string().nullable(), linkExpiresAt: Moment }),
  status: 201,
  async run({ tx, params: { id }, now, audit, house }) {
    const person = await findPerson(tx, id)
    if (!person) throw notFound('person')
    if (person.disabled_at !== null)
      throw new ApiFailure('refused', 'person-disabled', 'This person is disabled. Enable the person first.')
    const secret = newSecret()
    const linkExpiresAt = await insertPasswordLink(tx, id, secretDigest(secret), now)
    await audit('password-link.created', id)
    return {
      body: { passwordLink: null, linkExpiresAt },
      once: { passwordLink: `${house.settings.baseUrl}/set-password#${secret}` },
    }
  },
})
