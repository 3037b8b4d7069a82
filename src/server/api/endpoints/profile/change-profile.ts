/** `PATCH /api/v1/profile`: changes one's own name and handles. */
import { z } from '@hono/zod-openapi'
import { personOf, updatePerson } from '../../../store/people.ts'
import { endpoint } from '../../endpoint.ts'
import { Handles, Name, PersonShape } from '../../shapes.ts'

/** Role and address are an administrator's to change. */
export const changeProfile = endpoint({
  method: 'patch',
  path: '/api/v1/profile',
  group: 'Profile',
  summary: 'Change my name and handles',
  who: 'session',
  may: 'read',
  writes: ['profile.changed'],
  body: z.strictObject({ name: Name.optional(), handles: Handles.optional() }),
  answer: PersonShape,
  async run({ tx, actor, body: { name, handles }, now, audit }) {
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(handles === undefined ? {} : { handles: JSON.stringify(handles) }),
    }
    const row = await updatePerson(tx, actor.id, change, now)
    await audit('profile.changed', actor.id, { changed: Object.keys(change) })
    return { body: personOf(row!) }
  },
})
