/** The text of a new `nevertwice.yaml`: every setting with its default, commented out. */
import { acceptedKeys } from './accepted-keys.ts'
import { valueAt } from './record.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

/** What stands for a setting without a default, so that the line shows what it looks like. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'policy.holidays': '[2026-12-25]',
  'policy.holidaysFile': 'holidays.txt',
  'policy.acknowledgeMinutes.P2': '60',
  'policy.acknowledgeMinutes.P3': '1440',
  'policy.mitigateMinutes.P2': '1440',
  'policy.mitigateMinutes.P3': '10080',
  'policy.extraSignatures.P0': '[CTO]',
  'policy.extraSignatures.P1': '[]',
  'policy.extraSignatures.P2': '[]',
  'policy.extraSignatures.P3': '[]',
  'policy.severityWords': '{ sev0: P0, sev1: P0 }',
  'publication.channel': "'#incidents'",
  'publication.board': 'Reliability',
  'checks.rules': '{ summary-length: warning }',
  'checks.ignore': '[templates/**]',
  people: '[Ada Example, Bo Sample]',
  teams: '[Payments, Platform]',
}

/** The file's text; settings in `chosen` (key to YAML value) are set, all others are comments. */
export function commentedDefaults(chosen: Readonly<Record<string, string>>): string {
  const lines = [
    '# Settings of nevertwice. Lines that are commented out show the defaults, or an example where there is none.',
    '# Every key is explained in docs/configuration.md of nevertwice.',
  ]
  const keys = acceptedKeys()
  let open: readonly string[] = []
  for (const { key } of keys) {
    const path = key.split('.')
    const folders = path.slice(0, -1)
    for (const [depth, part] of folders.entries()) {
      if (open[depth] === part && open.slice(0, depth).every((name, at) => name === path[at])) continue
      const inside = path.slice(0, depth + 1).join('.')
      const set = keys.some((other) => other.key.startsWith(`${inside}.`) && Object.hasOwn(chosen, other.key))
      if (depth === 0) lines.push('')
      lines.push(`${set ? '' : '# '}${'  '.repeat(depth)}${part}:`)
      open = [...folders.slice(0, depth), part]
    }
    if (folders.length === 0 && open.length > 0) lines.push('')
    open = folders
    const set = Object.hasOwn(chosen, key)
    const value = set ? chosen[key] : (defaultOf(path) ?? EXAMPLES[key] ?? '')
    lines.push(`${set ? '' : '# '}${'  '.repeat(folders.length)}${path.at(-1)}: ${value}`)
  }
  return `${lines.join('\n')}\n`
}

function defaultOf(path: readonly string[]): string | null {
  const value = valueAt(DEFAULT_SETTINGS, path)
  if (value === undefined || value === null || Object.keys(value).length === 0)
    return typeof value === 'number' ? String(value) : null
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
}
