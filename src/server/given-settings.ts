/** Reads the settings that the environment fixes. */
import { ok, type Result, refuse } from '../base/result.ts'
import type { GivenSetting } from './house.ts'
import { KNOWN_SETTINGS, variableOfSetting } from './known-settings.ts'
import type { Variables } from './settings.ts'

/** By key; refused with `setting-invalid` where a variable holds something else than is expected. */
export function settingsFromVariables(variables: Variables): Result<ReadonlyMap<string, GivenSetting>> {
  const given = new Map<string, GivenSetting>()
  for (const { key, shape, expected } of KNOWN_SETTINGS) {
    const variable = variableOfSetting(key)
    const text = variables[variable]?.trim()
    if (!text) continue
    const read = readings(text)
      .map((value) => shape.safeParse(value))
      .find(({ success }) => success)
    if (!read?.success)
      return refuse('setting-invalid', `${variable} is "${text.slice(0, 200)}"; expected ${expected}.`)
    given.set(key, { value: read.data, from: 'environment', where: variable })
  }
  return ok(given)
}

/** What a text may mean: itself, JSON, or a list with commas. */
function readings(text: string): unknown[] {
  const list = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  try {
    return [JSON.parse(text), text, list]
  } catch {
    return [text, list]
  }
}
