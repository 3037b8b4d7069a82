/** `PUT /api/v1/settings/{key}`: sets a setting. */
import { z } from '@hono/zod-openapi'
import { settingsInForce } from '../../../settings-in-force.ts'
import { writeSetting } from '../../../store/settings.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { openSetting, SettingKey, SettingShape } from '../../setting-shape.ts'

/** Holds from the next request, in every process. */
export const setSetting = endpoint({
  method: 'put',
  path: '/api/v1/settings/{key}',
  group: 'Settings',
  summary: 'Set a setting',
  who: 'token',
  may: 'admin',
  writes: ['setting.changed'],
  params: z.strictObject({ key: SettingKey }),
  body: z.strictObject({ value: z.unknown() }),
  answer: SettingShape,
  async run({ tx, actor, params: { key }, body, now, audit, house }) {
    const { expected, shape } = openSetting(house, key)
    const read = shape.safeParse(body.value)
    if (!read.success)
      throw new ApiFailure('refused', 'setting-invalid', `The value does not fit ${key}; expected ${expected}.`, {
        fields: [{ field: 'body.value', message: `expected ${expected}` }],
      })
    await writeSetting(tx, key, read.data, actor.id, now)
    await audit('setting.changed', key, { value: read.data })
    const setting = (await settingsInForce(house, tx)).find((each) => each.key === key)!
    return { body: { ...setting, locked: false } }
  },
})
