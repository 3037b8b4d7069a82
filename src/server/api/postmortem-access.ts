/** The one way in which endpoints reach a postmortem: seen first, and only then changed. */
import type { Result } from '../../base/result.ts'
import type { Person } from '../auth/actor.ts'
import type { House } from '../house.ts'
import {
  type ChangedPostmortem,
  type ChangedTexts,
  changePostmortem,
  type OpenedPostmortem,
  openPostmortem,
} from '../store/postmortem-text.ts'
import type { Reader } from '../store/store.ts'
import { findVisible, type PostmortemRow, type Viewer } from '../store/visible-postmortems.ts'
import type { AuditVerb } from './audit-verbs.ts'
import type { Call, WriteCall } from './endpoint.ts'
import { ApiFailure, type FailureKind, notFound, refused } from './failure.ts'

/** How a person looks at postmortems: a token sees no more than its scopes say. */
export function viewerOf({ id, permissions }: Person): Viewer {
  return { id, admin: permissions.has('admin') }
}

/** The row of a postmortem; throws `not-found` alike where there is none and where it is not theirs to see. */
export async function seePostmortem(db: Reader, actor: Person, id: string): Promise<PostmortemRow> {
  const row = await findVisible(db, viewerOf(actor), id)
  if (!row) throw notFound(`postmortem ${id}`)
  return row
}

/** The whole of it; throws as `seePostmortem`. */
export async function seeWhole(house: House, db: Reader, actor: Person, id: string): Promise<OpenedPostmortem> {
  await seePostmortem(db, actor, id)
  const opened = await openPostmortem(house, db, id)
  if (!opened) throw notFound(`postmortem ${id}`)
  return opened
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  'digest-moved': 'stale',
  'id-taken': 'conflict',
  'item-unknown': 'not-found',
  'no-such-postmortem': 'not-found',
  'revision-stale': 'stale',
}

/** The value of a result; a refusal is thrown as what it means over HTTP. */
export function granted<T>(result: Result<T>, more: Record<string, unknown> = {}): T {
  if (result.ok) return result.value
  throw refused(result.refusal, KINDS[result.refusal.code] ?? 'refused', more)
}

/** What a change needs of the call that asks for it. */
export type ChangeCall = Pick<Call<'token', undefined, undefined, undefined>, 'actor' | 'house' | 'ifMatch' | 'now'> &
  Pick<WriteCall, 'audit' | 'tx'>

/** What is said of a change in history and audit. */
export interface ChangeWords {
  readonly cause: string
  readonly verb: AuditVerb
  readonly data?: Record<string, unknown>
  /** Leaves `If-Match` to the change itself. */
  readonly anyRevision?: boolean
}

/** Changes a postmortem that the caller may see, and says so in the audit. */
export async function changeSeen(
  call: ChangeCall,
  id: string,
  { cause, verb, data = {}, anyRevision = false }: ChangeWords,
  change: (opened: OpenedPostmortem) => Result<ChangedTexts> | Promise<Result<ChangedTexts>>,
): Promise<ChangedPostmortem> {
  const { actor, house, ifMatch, now, tx, audit } = call
  const before = await seePostmortem(tx, actor, id)
  const expected = anyRevision || ifMatch === null ? undefined : ifMatch
  const done = granted(await changePostmortem(house, tx, { id, actor: actor.name, now, cause, expected }, change), {
    ...(expected === undefined ? {} : { yours: expected, current: before.revision }),
  })
  const restricted = before.visibility === 'restricted' || done.visibility === 'restricted'
  await audit(verb, id, { cause, revision: done.revision, changed: done.changed, ...data }, restricted)
  return done
}

/** The answer to a change. */
export function changedAnswer({ id, revision, changed, stage }: ChangedPostmortem) {
  return { body: { id, revision, changed, stage: stage as never }, etag: revision }
}

/** Throws where the one who asks may not do what only leads may. */
export function requireLead(actor: Person, what: string): void {
  if (actor.permissions.has('lead')) return
  throw new ApiFailure('forbidden', 'not-permitted', `${what} needs the permission "lead".`)
}
