/** Loads the settings: environment over `nevertwice.yaml` over the defaults; nothing at all where anything is wrong. */
import { dirname, relative } from 'node:path'
import { failureOf } from '../failure.ts'
import { readText } from '../files/read-document.ts'
import { findConfiguration } from './find-file.ts'
import { DEFAULT_SETTINGS, type Origin, type Settings, type SettingValues } from './settings.ts'

/** Where to look. */
export interface Sources {
  readonly cwd: string
  /** The file that was named; null searches upward. */
  readonly file: string | null
  /** `NEVERTWICE_*` variables. */
  readonly environment: Readonly<Record<string, string>>
}

/** The settings in force; throws one `configuration` failure that lists everything that is wrong. */
export async function loadSettings({ cwd, file, environment }: Sources): Promise<Settings> {
  const path = file ?? findConfiguration(cwd)
  if (path === null && Object.keys(environment).length === 0)
    return { ...DEFAULT_SETTINGS, file: null, root: cwd, originOf: () => ({ from: 'default' }) }
  const read = path === null ? null : await readText(path)
  if (read && !read.ok) throw failureOf('configuration', read.refusal)
  const { judgeSettings } = await import('./judge-settings.ts')
  const shown = path === null ? '' : relative(cwd, path) || path
  const root = path === null ? cwd : dirname(path)
  const { values, holidaysFile, origins } = judgeSettings(read ? read.value.text : '', shown, environment)
  return {
    ...(holidaysFile === null ? values : await withHolidays(values, root, holidaysFile)),
    file: path,
    root,
    originOf: (key: string): Origin => origins.get(key) ?? { from: 'default' },
  }
}

async function withHolidays(values: SettingValues, root: string, name: string): Promise<SettingValues> {
  const { readHolidays } = await import('./read-holidays.ts')
  const days = await readHolidays(root, name)
  if (!days.ok) throw failureOf('configuration', days.refusal)
  const holidays = [...new Set([...values.policy.holidays, ...days.value])].sort()
  return { ...values, policy: { ...values.policy, holidays } }
}
