/** What the people at open connections may, as it stands in the database now. */
import type { Instant } from '../../base/instant.ts'
import type { Refusal } from '../../base/result.ts'
import { permissionsOf } from '../auth/permissions.ts'
import { type StandingCredential, standingCredentials, type viewersOf } from '../store/live-rights.ts'
import type { Reader } from '../store/store.ts'
import type { Connection, Holder } from './connection.ts'

/** What somebody may with a document: nothing since signed out, nothing since not theirs to see, read, or write. */
export type LiveRight = 'gone' | 'read' | 'signed-out' | 'write'

/** Reads the rights of holders of credentials. */
export async function readStanding(
  db: Reader,
  holders: Iterable<Holder>,
  now: Instant,
): Promise<Map<string, StandingCredential>> {
  const sessions = new Set<string>()
  const tokens = new Set<string>()
  for (const { via, credential } of holders) (via === 'session' ? sessions : tokens).add(credential)
  return standingCredentials(db, { sessions: [...sessions], tokens: [...tokens] }, now)
}

/** Who may see a document, as `viewersOf` answers. */
export type Viewers = Awaited<ReturnType<typeof viewersOf>>

/** The right of one holder. */
export function rightOf(
  { credential, id }: Holder,
  standing: ReadonlyMap<string, StandingCredential>,
  viewers: Viewers,
): LiveRight {
  const known = standing.get(credential)
  if (!known || known.personId !== id) return 'signed-out'
  const may = permissionsOf(known.role, known.scopes ?? undefined)
  if (!may.has('read') || viewers === null) return 'gone'
  if (viewers !== 'all' && known.role !== 'admin' && !viewers.has(id)) return 'gone'
  return may.has('write') ? 'write' : 'read'
}

/** Whether a right is none. */
export function isOut(right: LiveRight): right is 'gone' | 'signed-out' {
  return right === 'gone' || right === 'signed-out'
}

/** Why somebody with a right may not write. */
export const READ_ONLY: Refusal = {
  code: 'read-only',
  message: 'You may read this postmortem and not write in it. Ask an administrator for the role of a writer.',
}

/** Puts a right into effect on an open connection; false where it was closed. */
export function applyRight(connection: Connection, right: LiveRight): boolean {
  if (isOut(right)) {
    connection.close(right === 'gone' ? 'gone' : 'signedOut')
    return false
  }
  if (connection.may !== right) {
    connection.may = right
    connection.tell({ type: 'rights', may: right })
  }
  return true
}
