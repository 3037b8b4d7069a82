/** Writes down that somebody was not let in; who has lost every group is signed out everywhere. */
import type { Call } from '../api/endpoint.ts'
import { appendAudit } from '../store/audit.ts'
import { findPersonBySubject } from '../store/people.ts'
import { deleteSessions } from '../store/sessions.ts'
import { revokeTokens } from '../store/tokens.ts'

type Context = Pick<Call<'public', undefined, undefined, undefined>, 'address' | 'house' | 'now' | 'requestId'>

/** In a transaction of its own, for the answer is a refusal. `subject` names who lost the right to be here. */
export async function refuseSignIn(
  { house, now, address, requestId }: Context,
  code: string,
  subject: string | null = null,
): Promise<void> {
  const about = {
    at: now,
    via: 'public',
    actor: 'stranger',
    actorName: 'nobody',
    restricted: false,
    address,
    requestId,
  }
  await house.store.transaction(async (tx) => {
    const person = subject === null ? null : await findPersonBySubject(tx, subject)
    const data = { by: 'provider', code }
    await appendAudit(tx, { ...about, verb: 'session.refused', subject: person?.id ?? 'nobody', data })
    if (!person) return
    const sessions = await deleteSessions(tx, { personId: person.id })
    const tokens = await revokeTokens(tx, person.id, now)
    if (sessions.length + tokens.length === 0) return
    const ended = { by: 'provider', sessions: sessions.length, tokens: tokens.length }
    await appendAudit(tx, { ...about, verb: 'session.ended', subject: person.id, data: ended })
  })
}
