import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acceptedKeys } from '../config/accepted-keys.ts'
import { commentedDefaults } from '../config/commented-defaults.ts'
import { judgeSettings } from '../config/judge-settings.ts'
import { DEFAULT_SETTINGS } from '../config/settings.ts'
import { runProgram } from '../program.ts'
import { recordedContext } from '../recorded-context.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
  mkdirSync(join(cwd, '.git'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

async function run(...argv: string[]) {
  const recorded = recordedContext(cwd)
  const code = await runProgram(['init', ...argv], () => recorded.context)
  const settings = await recorded.context.settings().catch(() => null)
  return { code, out: recorded.out(), err: recorded.err(), settings }
}

describe('init', () => {
  it('writes the settings and makes the folder, asking nothing without a terminal', async () => {
    const { code, out, settings } = await run()
    expect(code).toBe(0)
    expect(out).toContain('made  nevertwice.yaml\nmade  docs/postmortems/\n')
    expect(statSync(join(cwd, 'docs/postmortems')).isDirectory()).toBe(true)
    expect(settings).toMatchObject({ ...DEFAULT_SETTINGS, file: join(cwd, 'nevertwice.yaml') })
  })

  it('takes what the options say', async () => {
    const { out, settings } = await run(
      '--yes',
      '--docs',
      'our incidents',
      '--channel',
      '#help: "me"',
      '--format',
      'json',
    )
    expect(JSON.parse(out)).toEqual({ made: ['nevertwice.yaml', 'our incidents/'], kept: [] })
    expect(settings?.docs.path).toBe('our incidents')
    expect(settings?.publication.channel).toBe('#help: "me"')
  })

  it('leaves what is there as it is, also the second time', async () => {
    writeFileSync(join(cwd, 'nevertwice.yaml'), 'docs: { path: elsewhere }\n')
    const { code, out } = await run('-y', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({ made: ['elsewhere/'], kept: ['nevertwice.yaml'] })
    expect(readFileSync(join(cwd, 'nevertwice.yaml'), 'utf8')).toBe('docs: { path: elsewhere }\n')
    expect(JSON.parse((await run('--format', 'json')).out)).toEqual({
      made: [],
      kept: ['nevertwice.yaml', 'elsewhere/'],
    })
  })

  it('refuses a folder outside before it writes anything', async () => {
    expect(await run('--docs', '../out')).toMatchObject({
      code: 2,
      err: expect.stringContaining('a folder below the configuration file'),
    })
    expect(existsSync(join(cwd, 'nevertwice.yaml'))).toBe(false)
  })
})

describe('the commented defaults', () => {
  it('are valid when every comment is taken away, name every key, and set nothing as they are', () => {
    const text = commentedDefaults({})
    expect(judgeSettings(text, 'x', {}).values).toEqual(DEFAULT_SETTINGS)
    const all = judgeSettings(text.replace(/^# (?=\s*[\w]+:)/gm, ''), 'x', {})
    for (const { key } of acceptedKeys()) expect(all.origins.has(key), key).toBe(true)
    expect(all.values.policy).toMatchObject({
      draftHours: 48,
      closureTarget: 0.8,
      signatures: DEFAULT_SETTINGS.policy.signatures,
    })
  })
})
