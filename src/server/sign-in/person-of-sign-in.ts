/** Finds or makes the person whom the provider signed in, and brings the role in step with the groups. */
import type { Instant } from '../../base/instant.ts'
import type { WriteCall } from '../api/endpoint.ts'
import { ApiFailure } from '../api/failure.ts'
import type { Role } from '../auth/permissions.ts'
import {
  findPersonByEmail,
  findPersonBySubject,
  insertPerson,
  lockAdmins,
  type PersonRow,
  updatePerson,
} from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { SignedIn } from './claims-of-sign-in.ts'

/** Throws for who is disabled, and for an address that somebody else has. `role` is what the groups give; null leaves it. */
export async function personOfSignIn(
  { tx, audit }: Pick<WriteCall, 'audit' | 'tx'>,
  { signedIn, role, kind, now }: { signedIn: SignedIn; role: Role | null; kind: Store['kind']; now: Instant },
): Promise<PersonRow> {
  const { subject, email, name } = signedIn
  const known = (await findPersonBySubject(tx, subject)) ?? (await byVerifiedAddress(tx, signedIn))
  if (!known) {
    if (role === null)
      throw new ApiFailure(
        'forbidden',
        'no-role',
        'You are new here, and no role is set for who comes from the provider. An administrator sets signIn.provider.roles or signIn.provider.defaultRole.',
      )
    const made = await insertPerson(tx, { name, email, role, password: null, subject }, now)
    if (!made) throw addressTaken(email)
    await audit('person.created', made.id, { email, role: made.role, by: 'provider' })
    return made
  }
  if (known.disabled_at !== null)
    throw new ApiFailure(
      'forbidden',
      'person-disabled',
      'Your account here is disabled. An administrator can enable it.',
    )
  const admins = await lockAdmins(tx, kind)
  // Groups that were set wrong must not lock everybody out.
  const stays = admins.length === 1 && admins[0] === known.id
  const change = {
    ...(known.subject === subject ? {} : { subject }),
    ...(role === null || role === known.role || stays ? {} : { role }),
  }
  if (Object.keys(change).length === 0) return known
  await audit('person.changed', known.id, { changed: change, by: 'provider' })
  return (await updatePerson(tx, known.id, change, now))!
}

/** Somebody whom we know by an address that the provider has verified, and who has no subject there yet. */
async function byVerifiedAddress(tx: WriteCall['tx'], { email, emailVerified }: SignedIn): Promise<PersonRow | null> {
  const person = await findPersonByEmail(tx, email)
  if (person === null) return null
  if (!emailVerified || person.subject !== null) throw addressTaken(email)
  return person
}

function addressTaken(email: string): ApiFailure {
  return new ApiFailure(
    'conflict',
    'email-taken',
    `Somebody here has the address ${email} already, and the provider does not vouch that it is you. Ask an administrator.`,
  )
}
