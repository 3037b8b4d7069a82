/** Which OpenID provider signs people in, as the settings in force say. */
import { ROLES, type Role } from '../auth/permissions.ts'
import type { House } from '../house.ts'
import { settingsInForce } from '../settings-in-force.ts'
import { findSealed } from '../store/secrets.ts'
import type { Reader } from '../store/store.ts'

/** The secret by which the provider knows this server; a public client has none. */
export const CLIENT_SECRET = 'sign-in.client-secret'

/** One provider. */
export interface ProviderSettings {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly scope: string
  /** Whether a client secret is set. */
  readonly confidential: boolean
  readonly groupsClaim: string
  /** Groups with the role that each gives; empty where roles are given here and not there. */
  readonly roles: ReadonlyMap<string, Role>
  /** The role of who is in none of the groups; null refuses. */
  readonly defaultRole: Role | null
}

/** Null where none is set. */
export async function providerSettings(house: House, db: Reader): Promise<ProviderSettings | null> {
  const settings = new Map((await settingsInForce(house, db)).map(({ key, value }) => [key, value]))
  const text = (key: string) => settings.get(`signIn.provider.${key}`) as string | null
  const [issuer, clientId] = [text('issuer'), text('clientId')]
  if (issuer === null || clientId === null) return null
  return {
    name: text('name') ?? 'single sign-on',
    issuer,
    clientId,
    scope: text('scope') ?? 'openid profile email',
    confidential: (await findSealed(db, CLIENT_SECRET)) !== null,
    groupsClaim: text('groupsClaim') ?? 'groups',
    roles: new Map(Object.entries(settings.get('signIn.provider.roles') as Record<string, Role>)),
    defaultRole: ROLES.find((role) => role === text('defaultRole')) ?? null,
  }
}
