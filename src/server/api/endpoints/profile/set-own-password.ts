/** `PUT /api/v1/profile/password`: changes one's own password. */
import { z } from '@hono/zod-openapi'
import { hashedPassword } from '../../../auth/hashed-password.ts'
import { isPassword } from '../../../auth/password.ts'
import { signInLimitOf } from '../../../auth/sign-in-limit.ts'
import { deletePasswordLinks } from '../../../store/password-links.ts'
import { findPerson, updatePerson } from '../../../store/people.ts'
import { deleteSessions } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { Nothing } from '../../shapes.ts'

/** Asks for the password that is; every other browser is signed out. */
export const setOwnPassword = endpoint({
  method: 'put',
  path: '/api/v1/profile/password',
  group: 'Profile',
  summary: 'Change my password',
  details: 'Signs out every other browser.',
  who: 'session',
  may: 'read',
  writes: ['password.changed', 'session.ended'],
  body: z.strictObject({ current: z.string().max(1000), password: z.string().max(1000) }),
  answer: Nothing,
  status: 204,
  async prepare({ db, actor, body, address, now, house }) {
    const limit = signInLimitOf(house)
    limit.take(address, actor.email, now)
    const person = await findPerson(db, actor.id)
    if (!(await isPassword(body.current, person?.password ?? null)))
      throw new ApiFailure('forbidden', 'credentials-wrong', 'The password that you have now is another one.', {
        fields: [{ field: 'body.current', message: 'not the password' }],
      })
    limit.forget(actor.email)
    return hashedPassword(body.password, actor)
  },
  async run({ tx, actor, prepared: password, now, audit }) {
    await updatePerson(tx, actor.id, { password }, now)
    await deletePasswordLinks(tx, actor.id)
    const ended = await deleteSessions(tx, { personId: actor.id, except: actor.credential })
    await audit('password.changed', actor.id, { by: 'self' })
    if (ended.length > 0) await audit('session.ended', actor.id, { sessions: ended.length, by: 'password' })
    return { body: null }
  },
})
