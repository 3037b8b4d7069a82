/** `GET /api/v1/sign-in`: the ways to sign in. */
import { z } from '@hono/zod-openapi'
import { providerSettings } from '../../../sign-in/provider-settings.ts'
import { endpoint } from '../../endpoint.ts'

/** For the page on which somebody signs in. */
export const getWays = endpoint({
  method: 'get',
  path: '/api/v1/sign-in',
  group: 'Sign-in',
  summary: 'The ways to sign in',
  who: 'public',
  may: null,
  writes: null,
  answer: z.object({ password: z.boolean(), provider: z.object({ name: z.string() }).nullable() }),
  async run({ db, house }) {
    const provider = await providerSettings(house, db)
    return { body: { password: true, provider: provider && { name: provider.name } } }
  },
})
