/** Compares docs/self-hosting.md with what the server does. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readServerSettings } from '../../src/server/settings.ts'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/self-hosting.md'), 'utf8')
const source = readFileSync(join(ROOT, 'src/server/settings.ts'), 'utf8')
const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+) \|$/gm)].map(([, name, value, expected]) => ({
  name: name!,
  value: value!.replaceAll('`', ''),
  expected: expected!,
}))
const settingsOf = (variables: Record<string, string>) => {
  const read = readServerSettings(variables, '/srv')
  if (!read.ok) throw new Error(read.refusal.message)
  return read.value
}

describe('the settings of docs/self-hosting.md', () => {
  it('are those that the server reads, and no other', () => {
    const read = [...source.matchAll(/variables\.([A-Z_]+)/g)].map(([, name]) => name!)
    expect(rows.map(({ name }) => name).sort()).toEqual([...new Set(read)].sort())
  })

  it('have the defaults that are written there', () => {
    const plain = settingsOf({})
    const shown = {
      PORT: String(plain.port),
      HOST: plain.host,
      BASE_URL: plain.baseUrl.replace(String(plain.port), 'PORT'),
      TRUST_PROXY: String(plain.trustProxy),
      NEVERTWICE_DATA: plain.dataFolder.replace('/srv/', ''),
      DATABASE_URL: 'url' in plain.store ? plain.store.url : 'not set',
      BACKUP_FOLDER: plain.backups === null ? 'none' : plain.backups.folder,
      BACKUP_KEEP: String(settingsOf({ BACKUP_FOLDER: 'backups' }).backups?.keep),
      LOG_LEVEL: plain.logLevel,
    }
    for (const { name, value } of rows) expect(shown, name).toMatchObject({ [name]: value })
  })

  it.each([
    { PORT: '70000' },
    { TRUST_PROXY: '11' },
    { BASE_URL: 'https://a.example/path' },
    { LOG_LEVEL: 'loud' },
    { BACKUP_KEEP: '0' },
    { DATABASE_URL: 'mysql://x' },
  ])('are refused where they are wrong, with what is expected: %j', (variables) => {
    const read = readServerSettings(variables, '/srv')
    const [[name, value]] = Object.entries(variables) as [[string, string]]
    expect(read).toMatchObject({ ok: false, refusal: { code: 'setting-invalid' } })
    const { message } = (read as { refusal: { message: string } }).refusal
    expect(message).toContain(name)
    // The address of a database holds its password.
    if (name === 'DATABASE_URL') expect(message).not.toContain(value)
    const figures = message.match(/\b(?:0 to \d+|fatal, .*silent|https:\/\/\S+?example\.com)/)?.[0]
    if (figures) expect(rows.find((row) => row.name === name)!.expected).toContain(figures)
  })
})
