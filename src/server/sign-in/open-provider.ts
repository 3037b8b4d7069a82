/** Speaks to the OpenID provider: discovery, the address to send a browser to, and the exchange of its code. */
import type * as OpenId from 'openid-client'
import type { Instant } from '../../base/instant.ts'
import { refused } from '../api/failure.ts'
import type { House } from '../house.ts'
import type { Reader } from '../store/store.ts'
import { vendorSecret } from '../vendor-secret.ts'
import { CLIENT_SECRET, type ProviderSettings } from './provider-settings.ts'

/** How far the clocks may be apart, in seconds, and how long the provider may take to answer. */
const TOLERANCE = 60
const TIMEOUT = 10
/** How long what the provider says of itself is believed. */
const FRESH = 60 * 60 * 1000

/** The library, loaded when somebody signs in, and what it needs to know of the provider. */
export interface OpenProvider {
  readonly openid: typeof OpenId
  readonly config: OpenId.Configuration
}

const known = new WeakMap<House, { issuer: string; at: Instant; metadata: OpenId.ServerMetadata }>()

/** Throws what `signInFailure` knows where the provider does not answer, or is not who it should be. */
export async function openProvider(
  house: House,
  db: Reader,
  { issuer, clientId, confidential }: ProviderSettings,
  now: Instant,
): Promise<OpenProvider> {
  const openid = await import('openid-client')
  const secret = confidential ? await vendorSecret(house, db, CLIENT_SECRET) : null
  if (secret && !secret.ok) throw refused(secret.refusal, 'unavailable')
  const authentication = secret ? byWhatIsSupported(openid, secret.value) : openid.None()
  // The clock of the house decides, which in a test is not that of the machine.
  const clocks = { [openid.clockTolerance]: TOLERANCE, [openid.clockSkew]: Math.round((now - Date.now()) / 1000) }
  const before = known.get(house)
  if (before && before.issuer === issuer && now - before.at < FRESH) {
    const config = new openid.Configuration(before.metadata, clientId, clocks, authentication)
    for (const apply of extensions(openid, issuer)) apply(config)
    config.timeout = TIMEOUT
    return { openid, config }
  }
  const options = { execute: extensions(openid, issuer), timeout: TIMEOUT }
  const config = await openid.discovery(new URL(issuer), clientId, clocks, authentication, options)
  known.set(house, { issuer, at: now, metadata: config.serverMetadata() })
  return { openid, config }
}

/** Signatures of ID tokens are checked although they come straight from the provider; http is for this machine alone, as the settings are. */
function extensions(openid: typeof OpenId, issuer: string): ((config: OpenId.Configuration) => void)[] {
  return [openid.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [])]
}

function byWhatIsSupported(openid: typeof OpenId, secret: string): OpenId.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers)
  }
}
