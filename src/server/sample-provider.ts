/** A real OpenID provider on a loopback port, for tests: it signs in whom the test names, and lies where the test asks for it. */
import { createHmac, createPublicKey, createSign, generateKeyPairSync } from 'node:crypto'
import type { AddressInfo } from 'node:net'
// @ts-expect-error The package ships no types.
import Provider from 'oidc-provider'
import { BASE } from './sample-house.ts'

/** What the provider says of who signs in; null refuses. */
export interface Account {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly groups?: readonly string[]
}

/** How it lies in its ID tokens. */
export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>> | undefined
  /** `foreign` signs with a key of somebody else, `none` and `HS256` with an algorithm that was not agreed on. */
  readonly signed?: 'HS256' | 'foreign' | 'none' | undefined
}

/** The client that it knows. */
export const CLIENT = { id: 'nevertwice', secret: 'a-made-up-client-secret' }

const OWN = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const FOREIGN = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/** What the provider hands on, of which it ships no types. */
type Loose = Record<string, ReturnType<typeof JSON.parse>>

/** Starts it; its clock is the one that is given. */
export async function sampleProvider(now: () => number) {
  let account: Account | null = null
  let lie: Lie | null = null
  const provider = new Provider('http://127.0.0.1', {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${BASE}/api/v1/sign-in/provider/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...OWN.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['made up'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    ttl: { Session: 1, Grant: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60, Interaction: 60 },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ ...account, sub: id }) }),
    async loadExistingGrant({ oidc }: { oidc: Loose }) {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid profile email groups')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context: Loose, next: () => Promise<void>) => {
    if (context.path.startsWith('/interaction/')) {
      const result = account
        ? { login: { accountId: account.sub } }
        : { error: 'access_denied', error_description: 'not today' }
      context.respond = false
      await provider.interactionFinished(context.req, context.res, result)
      return
    }
    await next()
    const { path, body } = context
    if (path === '/token' && body?.id_token) {
      const iat = Math.round(now() / 1000)
      const { claims, signed } = lie ?? {}
      context.body = { ...body, id_token: told(body.id_token, { claims: { iat, exp: iat + 600, ...claims }, signed }) }
    }
  })
  const server = provider.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider.issuer = issuer
  return {
    issuer,
    signsIn: (who: Account | null) => {
      account = who
    },
    lies: (how: Lie | null) => {
      lie = how
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Follows a browser from an address to where the provider sends it back. */
export async function throughProvider(from: string): Promise<string> {
  const jar = new Map<string, string>()
  for (let url = from, steps = 0; steps < 10; steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=')
      jar.set(name!, value!)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    url = new URL(location, url).href
    if (url.startsWith(BASE)) return url.slice(BASE.length)
  }
  throw new Error('the provider sends browsers in circles')
}

function told(token: string, { claims = {}, signed }: Lie): string {
  const [head, body] = token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString() || '{}'))
  const alg = signed === 'none' || signed === 'HS256' ? signed : 'RS256'
  const parts = [
    { ...head, alg },
    { ...body, ...claims },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const text = parts.join('.')
  if (alg === 'none') return `${text}.`
  if (alg === 'HS256') {
    // The old trick: what everybody may read, taken for the secret.
    const known = createPublicKey(OWN).export({ format: 'pem', type: 'spki' })
    return `${text}.${createHmac('sha256', known).update(text).digest('base64url')}`
  }
  const key = signed === 'foreign' ? FOREIGN : OWN
  return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`
}
