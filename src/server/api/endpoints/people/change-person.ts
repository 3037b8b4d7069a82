/** `PATCH /api/v1/people/{id}`: changes name, address, role or handles, disables and enables. */
import { z } from '@hono/zod-openapi'
import { deletePasswordLinks } from '../../../store/password-links.ts'
import { findPerson, findPersonByEmail, lockAdmins, personOf, updatePerson } from '../../../store/people.ts'
import { deleteSessions } from '../../../store/sessions.ts'
import { revokeTokens } from '../../../store/tokens.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure, notFound } from '../../failure.ts'
import { Email, Handles, Id, Name, PersonShape, RoleShape } from '../../shapes.ts'

/** Who is disabled is out at once: sessions and links end, tokens are revoked and stay so. The last admin stays. */
export const changePerson = endpoint({
  method: 'patch',
  path: '/api/v1/people/{id}',
  group: 'People',
  summary: 'Change a person, or disable one',
  details: 'A new role counts from the next request. Disabling ends sessions and revokes tokens. The last admin stays.',
  who: 'token',
  may: 'admin',
  writes: ['person.changed', 'session.ended', 'token.revoked'],
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    name: Name.optional(),
    email: Email.optional(),
    role: RoleShape.optional(),
    handles: Handles.optional(),
    disabled: z.boolean().optional(),
    unlinkProvider: z
      .literal(true)
      .optional()
      .openapi({ description: 'Forgets which account of the OpenID provider it was' }),
  }),
  answer: PersonShape,
  async run({ tx, params: { id }, body, now, audit, house }) {
    const { disabled, handles, unlinkProvider, ...plain } = body
    const admins = await lockAdmins(tx, house.store.kind)
    const known = await findPerson(tx, id)
    if (!known) throw notFound('person')
    const goes = disabled === true || (body.role !== undefined && body.role !== 'admin')
    if (goes && admins.length === 1 && admins[0] === id)
      throw new ApiFailure(
        'refused',
        'last-admin',
        'This is the last admin who can sign in, and somebody has to be. Make another person an admin first.',
      )
    if (body.email !== undefined) mayHaveEmail(await findPersonByEmail(tx, body.email), id)
    const change = {
      ...plain,
      ...(body.email === undefined ? {} : { email: body.email.toLowerCase() }),
      ...(unlinkProvider ? { subject: null } : {}),
      ...(handles === undefined ? {} : { handles: JSON.stringify(handles) }),
      ...(disabled === undefined ? {} : { disabled_at: disabled ? (known.disabled_at ?? now) : null }),
    }
    const row = await updatePerson(tx, id, change, now)
    await audit('person.changed', id, { changed: body })
    if (disabled === true) {
      const sessions = await deleteSessions(tx, { personId: id })
      if (sessions.length > 0) await audit('session.ended', id, { sessions: sessions.length, by: 'disabled' })
      for (const token of await revokeTokens(tx, id, now)) await audit('token.revoked', token, { by: 'disabled' })
      await deletePasswordLinks(tx, id)
    }
    return { body: personOf(row!) }
  },
})

function mayHaveEmail(holder: { id: string } | null, id: string): void {
  if (holder === null || holder.id === id) return
  throw new ApiFailure('conflict', 'email-taken', 'Another person has this address already.', {
    fields: [{ field: 'body.email', message: 'taken' }],
  })
}
