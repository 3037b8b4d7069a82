/** `POST /api/v1/owner`: the first owner, by the link that was printed at the first start. */
import { z } from '@hono/zod-openapi'
import { sessionCookie } from '../../../auth/cookies.ts'
import { hashedPassword } from '../../../auth/hashed-password.ts'
import { newSecret, secretDigest } from '../../../auth/secret.ts'
import { takeOwnerLink } from '../../../store/owner-links.ts'
import { findPersonByEmail, insertPerson, personOf, updatePerson } from '../../../store/people.ts'
import { insertSession } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { Email, Name, PersonShape } from '../../shapes.ts'

/** Makes an administrator and signs the browser in. */
export const createOwner = endpoint({
  method: 'post',
  path: '/api/v1/owner',
  group: 'Sign-in',
  summary: 'Become the owner by the one-time link',
  details:
    'The link is printed at the first start, or by `nevertwice owner-link`; it can be used once, for 15 minutes.',
  who: 'public',
  may: null,
  writes: ['owner.created', 'session.created'],
  body: z.strictObject({ link: z.string().max(200), name: Name, email: Email, password: z.string().max(1000) }),
  answer: PersonShape,
  status: 201,
  prepare: ({ body }) => hashedPassword(body.password, body),
  async run({ tx, body, prepared: password, now, audit, address, agent, house }) {
    const { link, name, email } = body
    if (!(await takeOwnerLink(tx, secretDigest(link), now)))
      throw new ApiFailure(
        'forbidden',
        'owner-link-invalid',
        'The link was used already, is older than 15 minutes, or is none of ours. Make a new one with `nevertwice owner-link`.',
      )
    const known = await findPersonByEmail(tx, email)
    // A link that is asked for later is also how an owner who is locked out comes in again.
    const person = known
      ? await updatePerson(tx, known.id, { role: 'admin', password, disabled_at: null, name }, now)
      : await insertPerson(tx, { name, email, role: 'admin', password }, now)
    const secret = newSecret()
    const session = await insertSession(tx, { personId: person!.id, secret: secretDigest(secret), address, agent }, now)
    await audit('owner.created', person!.id, { email: person!.email })
    await audit('session.created', person!.id, { by: 'owner-link' })
    return {
      body: personOf(person!),
      setCookies: [sessionCookie(secret, session.expiresAt, now, house.settings.baseUrl)],
    }
  },
})
