/** People of a sample house, put straight into the store, with a session and tokens: signing in by password takes its time. */

import { scryptSync } from 'node:crypto'
import { SESSION_COOKIE } from './auth/cookies.ts'
import type { Permission, Role } from './auth/permissions.ts'
import { newSecret, secretDigest } from './auth/secret.ts'
import type { House } from './house.ts'
import { insertPerson } from './store/people.ts'
import { insertSession } from './store/sessions.ts'
import { insertToken } from './store/tokens.ts'

let made = 0

/** The password of those who have one; kept at a cost that a test can pay, which stands beside it as any other would. */
export const PASSWORD = 'several plain words here'
const SALT = Buffer.alloc(16, 1)
const KEPT = [
  'scrypt',
  1024,
  8,
  1,
  ...[SALT, scryptSync(PASSWORD, SALT, 32, { N: 1024 })].map((part) => part.toString('base64')),
]

/** A person with a role, signed in; with a password where one is asked for. */
export async function samplePerson(house: House, role: Role, name = `${role} Example ${++made}`, withPassword = false) {
  const now = house.now()
  const secret = newSecret()
  const person = await house.store.transaction(async (tx) => {
    const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.com`
    const row = await insertPerson(tx, { name, email, role, password: withPassword ? KEPT.join('$') : null }, now)
    await insertSession(
      tx,
      { personId: row!.id, secret: secretDigest(secret), address: '192.0.2.7', agent: 'test' },
      now,
    )
    return row!
  })
  return { id: person.id, name, email: person.email, cookie: `${SESSION_COOKIE}=${secret}` }
}

/** A token of a person, with scopes; it holds for an hour. */
export async function sampleToken(house: House, personId: string, scopes: readonly Permission[]): Promise<string> {
  const token = `nt_${newSecret()}`
  const now = house.now()
  const kept = { name: 'a program', personId, scopes, secret: secretDigest(token), expiresAt: now + 3_600_000 }
  await house.store.transaction((tx) => insertToken(tx, kept, now))
  return token
}
