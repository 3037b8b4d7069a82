/** Exchanges what a browser brought back from the provider for what the provider says of its person. */
import { z } from '@hono/zod-openapi'
import type { Instant } from '../../base/instant.ts'
import { ApiFailure } from '../api/failure.ts'
import { Email, Name } from '../api/shapes.ts'
import type { Attempt } from './attempt.ts'
import type { OpenProvider } from './open-provider.ts'

/** Seconds that the provider's clock may be off: an ID token is made in the moment in which it is asked for. */
const CLOCKS_APART = 120

const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: Email,
  email_verified: z.boolean().optional(),
  name: Name.optional().catch(undefined),
  preferred_username: Name.optional().catch(undefined),
})

/** What is known of who signed in. */
export interface SignedIn {
  /** `issuer|subject` */
  readonly subject: string
  readonly email: string
  readonly emailVerified: boolean
  readonly name: string
  readonly groups: unknown
}

/** Throws where anything of it does not hold: state, nonce, PKCE, issuer, audience, signature, times. */
export async function claimsOfSignIn(
  { openid, config }: OpenProvider,
  { attempt, url, groupsClaim, now }: { attempt: Attempt; url: URL; groupsClaim: string; now: Instant },
): Promise<SignedIn> {
  const tokens = await openid.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: attempt.verifier,
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    idTokenExpected: true,
  })
  const token = tokens.claims()!
  const apart = Math.round(token.iat - now / 1000)
  if (Math.abs(apart) > CLOCKS_APART)
    throw new ApiFailure(
      'forbidden',
      'clocks-apart',
      `The clocks of the provider and of this server are ${Math.abs(apart)} s apart; expected at most ${CLOCKS_APART} s. Set both by NTP.`,
    )
  // Providers may say more to who asks with the access token.
  const enough = token[groupsClaim] !== undefined && token.email !== undefined
  const asks = !enough && config.serverMetadata().userinfo_endpoint !== undefined
  const said = asks ? { ...(await openid.fetchUserInfo(config, tokens.access_token, token.sub)), ...token } : token
  const read = Claims.safeParse(said)
  if (!read.success)
    throw new ApiFailure(
      'forbidden',
      'claims-missing',
      `The provider does not say enough of you (${read.error.issues.map(({ path }) => path.join('.')).join(', ')}). It has to give the claims sub and email.`,
    )
  const { sub, email, email_verified, name, preferred_username } = read.data
  return {
    subject: `${token.iss}|${sub}`,
    email: email.toLowerCase(),
    emailVerified: email_verified === true,
    name: name ?? preferred_username ?? email.split('@')[0]!,
    groups: (said as Record<string, unknown>)[groupsClaim],
  }
}
