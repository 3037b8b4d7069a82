/** `GET /api/v1/secrets`: which secrets are set. */
import { z } from '@hono/zod-openapi'
import { listSecrets as secretNames } from '../../../store/secrets.ts'
import { endpoint } from '../../endpoint.ts'
import { Moment } from '../../shapes.ts'

/** Their names, and who set them when; what they are is never answered. */
export const listSecrets = endpoint({
  method: 'get',
  path: '/api/v1/secrets',
  group: 'Settings',
  summary: 'List the names of secrets',
  who: 'token',
  may: 'admin',
  writes: null,
  answer: z.object({ items: z.array(z.object({ name: z.string(), updatedAt: Moment, updatedBy: z.string() })) }),
  async run({ db }) {
    const rows = await secretNames(db)
    return {
      body: {
        items: rows.map(({ name, updated_at, updated_by }) => ({ name, updatedAt: updated_at, updatedBy: updated_by })),
      },
    }
  },
})
