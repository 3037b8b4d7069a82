/** `PUT /api/v1/secrets/{name}`: sets a secret of a vendor. */
import { z } from '@hono/zod-openapi'
import { sealText } from '../../../auth/seal.ts'
import { writeSealed } from '../../../store/secrets.ts'
import { endpoint } from '../../endpoint.ts'
import { refused } from '../../failure.ts'
import { Nothing, SecretName } from '../../shapes.ts'

/** Sealed with the key file of the data folder, and never answered back. */
export const setSecret = endpoint({
  method: 'put',
  path: '/api/v1/secrets/{name}',
  group: 'Settings',
  summary: 'Set a secret',
  details: 'It is sealed with the key file of the data folder (AES-256-GCM) and never answered back.',
  who: 'session',
  may: 'admin',
  writes: ['secret.changed'],
  params: z.strictObject({ name: SecretName }),
  body: z.strictObject({ value: z.string().min(1).max(10_000) }),
  answer: Nothing,
  status: 204,
  async run({ tx, actor, params: { name }, body, now, audit, house }) {
    const sealed = sealText(house, name, body.value)
    if (!sealed.ok) throw refused(sealed.refusal, 'unavailable')
    await writeSealed(tx, name, sealed.value, actor.id, now)
    await audit('secret.changed', name)
    return { body: null }
  },
})
