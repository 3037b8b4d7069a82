/** The shape of a setting as it holds. */
import { z } from '@hono/zod-openapi'
import type { House } from '../house.ts'
import { KNOWN_SETTINGS, type KnownSetting } from '../known-settings.ts'
import { ApiFailure, notFound } from './failure.ts'
import { Moment } from './shapes.ts'

/** Its value, what it takes, and where it comes from; `locked` ones are changed there alone. */
export const SettingShape = z
  .object({
    key: z.string(),
    value: z.unknown(),
    expected: z.string(),
    locked: z.boolean(),
    origin: z.object({
      from: z.enum(['environment', 'file', 'database', 'default']),
      where: z.string().optional(),
      by: z.string().optional(),
      at: Moment.optional(),
    }),
  })
  .openapi('Setting')

/** The name of a setting in a path. */
export const SettingKey = z.string().regex(/^[a-zA-Z0-9.]{1,100}$/)

/** The setting that may be changed here; throws where there is none, or it is fixed elsewhere. */
export function openSetting({ rules }: House, key: string): KnownSetting {
  const known = KNOWN_SETTINGS.find((setting) => setting.key === key)
  if (!known) throw notFound(`setting named "${key}"`)
  const given = rules.given?.get(key)
  if (given)
    throw new ApiFailure(
      'refused',
      'setting-locked',
      `${key} is set by the ${given.from} (${given.where}), which stands over what is set here. Change it there.`,
    )
  return known
}
