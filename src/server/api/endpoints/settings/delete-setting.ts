/** `DELETE /api/v1/settings/{key}`: sets a setting back to its default. */
import { z } from '@hono/zod-openapi'
import { deleteSetting as forgetSetting } from '../../../store/settings.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { openSetting, SettingKey } from '../../setting-shape.ts'
import { Nothing } from '../../shapes.ts'

/** Forgets what was set here. */
export const deleteSetting = endpoint({
  method: 'delete',
  path: '/api/v1/settings/{key}',
  group: 'Settings',
  summary: 'Set a setting back to its default',
  who: 'token',
  may: 'admin',
  writes: ['setting.deleted'],
  params: z.strictObject({ key: SettingKey }),
  answer: Nothing,
  status: 204,
  async run({ tx, params: { key }, audit, house }) {
    openSetting(house, key)
    if (!(await forgetSetting(tx, key))) throw notFound(`value of "${key}" that was set here`)
    await audit('setting.deleted', key)
    return { body: null }
  },
})
