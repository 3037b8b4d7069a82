/** `DELETE /api/v1/secrets/{name}`: forgets a secret of a vendor. */
import { z } from '@hono/zod-openapi'
import { deleteSealed } from '../../../store/secrets.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Nothing, SecretName } from '../../shapes.ts'

/** What used it says that it is missing. */
export const deleteSecret = endpoint({
  method: 'delete',
  path: '/api/v1/secrets/{name}',
  group: 'Settings',
  summary: 'Forget a secret',
  who: 'session',
  may: 'admin',
  writes: ['secret.deleted'],
  params: z.strictObject({ name: SecretName }),
  answer: Nothing,
  status: 204,
  async run({ tx, params: { name }, audit }) {
    if (!(await deleteSealed(tx, name))) throw notFound('secret of this name')
    await audit('secret.deleted', name)
    return { body: null }
  },
})
