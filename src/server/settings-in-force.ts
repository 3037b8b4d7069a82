/** The settings in force, each with where it comes from: environment over file over database over the default. */
import type { House } from './house.ts'
import { KNOWN_SETTINGS } from './known-settings.ts'
import { readSettings } from './store/settings.ts'
import type { Reader } from './store/store.ts'

/** Where a value comes from. */
export type SettingOrigin =
  | { readonly from: 'default' }
  | { readonly from: 'database'; readonly by: string; readonly at: number }
  | { readonly from: 'environment' | 'file'; readonly where: string }

/** One setting as it holds. */
export interface SettingInForce {
  readonly key: string
  readonly value: unknown
  readonly expected: string
  readonly origin: SettingOrigin
}

/** Every known setting, sorted by key. What the database holds and this version does not take counts as not set. */
export async function settingsInForce({ rules }: House, db: Reader): Promise<SettingInForce[]> {
  const kept = new Map((await readSettings(db)).map((row) => [row.key, row]))
  return KNOWN_SETTINGS.map(({ key, expected, shape, standard }) => {
    const given = rules.given?.get(key)
    if (given) return { key, expected, value: given.value, origin: { from: given.from, where: given.where } }
    const row = kept.get(key)
    const read = row ? shape.safeParse(JSON.parse(row.value)) : null
    if (row && read?.success)
      return { key, expected, value: read.data, origin: { from: 'database', by: row.updated_by, at: row.updated_at } }
    return { key, expected, value: standard, origin: { from: 'default' } }
  })
}
