/** `PUT /api/v1/password`: sets a password by a one-time link. */
import { z } from '@hono/zod-openapi'
import { hashedPassword } from '../../../auth/hashed-password.ts'
import { secretDigest } from '../../../auth/secret.ts'
import { signInLimitOf } from '../../../auth/sign-in-limit.ts'
import { takePasswordLink } from '../../../store/password-links.ts'
import { findPerson, personOf, updatePerson } from '../../../store/people.ts'
import { deleteSessions } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { PersonShape } from '../../shapes.ts'

/** Whoever is still signed in with the old one is out; signing in with the new one is the next step. */
export const setPassword = endpoint({
  method: 'put',
  path: '/api/v1/password',
  group: 'Sign-in',
  summary: 'Set a password by a one-time link',
  who: 'public',
  may: null,
  writes: ['password.changed', 'session.ended'],
  body: z.strictObject({ link: z.string().max(200), password: z.string().max(1000) }),
  answer: PersonShape,
  async prepare({ body, address, now, house }) {
    signInLimitOf(house).take(address, `link:${secretDigest(body.link)}`, now)
    return hashedPassword(body.password, { name: '', email: '' })
  },
  async run({ tx, body, prepared: password, now, audit, house }) {
    const id = await takePasswordLink(tx, secretDigest(body.link), now)
    const known = id === null ? null : await findPerson(tx, id)
    if (!known || known.disabled_at !== null)
      throw new ApiFailure(
        'forbidden',
        'password-link-invalid',
        'The link was used already, is older than 3 days, or is none of ours. Ask an administrator for a new one.',
      )
    const person = await updatePerson(tx, known.id, { password }, now)
    await audit('password.changed', known.id, { by: 'link' })
    const ended = await deleteSessions(tx, { personId: known.id })
    if (ended.length > 0) await audit('session.ended', known.id, { sessions: ended.length, by: 'password' })
    signInLimitOf(house).forget(known.email)
    return { body: personOf(person!) }
  },
})
