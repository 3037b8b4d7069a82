/** `GET /api/v1/sign-in/provider/callback`: signs in whom the OpenID provider sends back. */
import { z } from '@hono/zod-openapi'
import { SESSION_COOKIE, sessionCookie } from '../../../auth/cookies.ts'
import { newSecret, secretDigest } from '../../../auth/secret.ts'
import { endedAttempt, readAttempt } from '../../../sign-in/attempt.ts'
import { CALLBACK_PATH, callbackUrl } from '../../../sign-in/callback-url.ts'
import { claimsOfSignIn } from '../../../sign-in/claims-of-sign-in.ts'
import { openProvider } from '../../../sign-in/open-provider.ts'
import { personOfSignIn } from '../../../sign-in/person-of-sign-in.ts'
import { providerSettings } from '../../../sign-in/provider-settings.ts'
import { refuseSignIn } from '../../../sign-in/refuse-sign-in.ts'
import { roleOfGroups } from '../../../sign-in/role-of-groups.ts'
import { signInFailure } from '../../../sign-in/sign-in-failure.ts'
import { deleteSessions, findSession, insertSession } from '../../../store/sessions.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { Nothing } from '../../shapes.ts'

/** The first time makes the person; every time the groups give the role. Nobody comes in who did not begin here, in this browser. */
export const finishSignIn = endpoint({
  method: 'get',
  path: CALLBACK_PATH,
  group: 'Sign-in',
  summary: 'Come back from the provider',
  who: 'public',
  may: null,
  writes: ['session.created', 'person.created', 'person.changed'],
  fromElsewhere: true,
  query: z.looseObject({ state: z.string().max(500).optional(), code: z.string().max(5000).optional() }),
  answer: Nothing,
  status: 303,
  async prepare({ db, query, cookies, now, house, ...call }) {
    const refuse = async (error: unknown, subject: string | null = null) => {
      const failure = signInFailure(error)
      house.log.warn({ code: failure.code, requestId: call.requestId, err: error }, 'a sign-in was refused')
      await refuseSignIn({ ...call, house, now }, failure.code, subject)
      return new ApiFailure(failure.kind, failure.code, failure.message, {
        headers: { ...failure.headers, 'set-cookie': endedAttempt(house) },
      })
    }
    const provider = await providerSettings(house, db)
    const attempt = readAttempt(house, cookies, now)
    if (!provider || !attempt || attempt.issuer !== provider.issuer || attempt.state !== query.state)
      throw await refuse(
        new ApiFailure(
          'forbidden',
          'sign-in-not-begun',
          'This sign-in was not begun here, in this browser, within the last 10 minutes. Begin again.',
        ),
      )
    try {
      const open = await openProvider(house, db, provider, now)
      const url = new URL(`${callbackUrl(house)}?${new URLSearchParams(query as Record<string, string>)}`)
      const signedIn = await claimsOfSignIn(open, { attempt, url, groupsClaim: provider.groupsClaim, now })
      const role = roleOfGroups(signedIn.groups, provider.roles, provider.defaultRole)
      if (role !== null || provider.roles.size === 0) return { signedIn, role, attempt }
      const nothing = 'None of your groups at the provider has a role here. Ask an administrator.'
      throw await refuse(new ApiFailure('forbidden', 'no-role', nothing), signedIn.subject)
    } catch (error) {
      throw error instanceof ApiFailure && error.headers['set-cookie'] ? error : await refuse(error)
    }
  },
  async run({ tx, audit, prepared: { signedIn, role, attempt }, now, address, agent, cookies, house }) {
    const person = await personOfSignIn({ tx, audit }, { signedIn, role, kind: house.store.kind, now })
    const before = cookies[SESSION_COOKIE] ? await findSession(tx, secretDigest(cookies[SESSION_COOKIE]), now) : null
    if (before) await deleteSessions(tx, { id: before.session.id })
    const secret = newSecret()
    const session = await insertSession(tx, { personId: person.id, secret: secretDigest(secret), address, agent }, now)
    await audit('session.created', person.id, { by: 'provider' })
    return {
      body: null,
      headers: { location: attempt.returnTo },
      setCookies: [sessionCookie(secret, session.expiresAt, now, house.settings.baseUrl), endedAttempt(house)],
    }
  },
})
