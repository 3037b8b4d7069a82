/** `GET /api/v1/settings`: every setting, with where it comes from. */
import { z } from '@hono/zod-openapi'
import { settingsInForce } from '../../../settings-in-force.ts'
import { endpoint } from '../../endpoint.ts'
import { SettingShape } from '../../setting-shape.ts'

/** Environment over file over database over the default. */
export const listSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings',
  group: 'Settings',
  summary: 'List settings',
  details: 'Those that the environment or the file fixes are locked, and say which.',
  who: 'token',
  may: 'admin',
  writes: null,
  answer: z.object({ items: z.array(SettingShape) }),
  async run({ db, house }) {
    const settings = await settingsInForce(house, db)
    const items = settings.map((setting) => ({
      ...setting,
      locked: setting.origin.from === 'environment' || setting.origin.from === 'file',
    }))
    return { body: { items } }
  },
})
