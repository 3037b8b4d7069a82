/** `GET /api/v1/sign-in/provider`: sends a browser to the OpenID provider. */
import { z } from '@hono/zod-openapi'
import { attemptCookie } from '../../../sign-in/attempt.ts'
import { callbackUrl } from '../../../sign-in/callback-url.ts'
import { openProvider } from '../../../sign-in/open-provider.ts'
import { providerSettings } from '../../../sign-in/provider-settings.ts'
import { returnPath } from '../../../sign-in/return-path.ts'
import { signInFailure } from '../../../sign-in/sign-in-failure.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { Nothing } from '../../shapes.ts'

/** With a state, a nonce and a PKCE challenge that this browser alone can answer. */
export const getProvider = endpoint({
  method: 'get',
  path: '/api/v1/sign-in/provider',
  group: 'Sign-in',
  summary: 'Sign in at the provider',
  who: 'public',
  may: null,
  writes: null,
  query: z.strictObject({ returnTo: z.string().max(2000).optional() }),
  answer: Nothing,
  status: 303,
  async run({ db, query, now, house }) {
    const provider = await providerSettings(house, db)
    if (!provider) throw new ApiFailure('not-found', 'no-provider', 'No OpenID provider is set. Sign in by password.')
    const { openid, config } = await openProvider(house, db, provider, now).catch((error) => {
      house.log.warn({ err: error }, 'the provider does not answer')
      throw signInFailure(error)
    })
    const verifier = openid.randomPKCECodeVerifier()
    const attempt = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier,
      issuer: provider.issuer,
      returnTo: returnPath(query.returnTo, house.settings.baseUrl),
    }
    const to = openid.buildAuthorizationUrl(config, {
      redirect_uri: callbackUrl(house),
      scope: provider.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return { body: null, headers: { location: to.href }, setCookies: [attemptCookie(house, attempt, now)] }
  },
})
