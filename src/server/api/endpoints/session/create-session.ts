/** `POST /api/v1/session`: signs a browser in by address and password. */
import { z } from '@hono/zod-openapi'
import { SESSION_COOKIE, sessionCookie } from '../../../auth/cookies.ts'
import { isPassword } from '../../../auth/password.ts'
import { newSecret, secretDigest } from '../../../auth/secret.ts'
import { signInLimitOf } from '../../../auth/sign-in-limit.ts'
import { appendAudit } from '../../../store/audit.ts'
import { findPersonByEmail, personOf } from '../../../store/people.ts'
import { deleteSessions, findSession, insertSession } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { PersonShape } from '../../shapes.ts'

/** Every answer to a wrong address or password is the same, and takes as long. */
export const createSession = endpoint({
  method: 'post',
  path: '/api/v1/session',
  group: 'Sign-in',
  summary: 'Sign in by password',
  who: 'public',
  may: null,
  writes: ['session.created'],
  body: z.strictObject({ email: z.string().max(254), password: z.string().max(1000) }),
  answer: PersonShape,
  status: 201,
  async prepare({ db, body, now, address, house, requestId }) {
    const limit = signInLimitOf(house)
    limit.take(address, body.email, now)
    const person = await findPersonByEmail(db, body.email)
    const right = await isPassword(body.password, person && person.disabled_at === null ? person.password : null)
    if (person && right) {
      limit.forget(body.email)
      return person
    }
    const about = {
      at: now,
      via: 'public',
      verb: 'session.refused',
      subject: person?.id ?? 'nobody',
      restricted: false,
    }
    await house.store.transaction((tx) =>
      appendAudit(tx, { ...about, actor: 'stranger', actorName: 'nobody', address, requestId, data: {} }),
    )
    throw new ApiFailure(
      'not-signed-in',
      'credentials-wrong',
      'The address or the password is wrong, or this person may not sign in by password.',
    )
  },
  async run({ tx, prepared: person, now, audit, address, agent, cookies, house }) {
    // A session that was there before is not taken over: its secret may be known to somebody else.
    const before = cookies[SESSION_COOKIE] ? await findSession(tx, secretDigest(cookies[SESSION_COOKIE]), now) : null
    if (before) await deleteSessions(tx, { id: before.session.id })
    const secret = newSecret()
    const session = await insertSession(tx, { personId: person.id, secret: secretDigest(secret), address, agent }, now)
    await audit('session.created', person.id, { by: 'password' })
    return {
      body: personOf(person),
      setCookies: [sessionCookie(secret, session.expiresAt, now, house.settings.baseUrl)],
    }
  },
})
