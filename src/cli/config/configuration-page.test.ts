import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { acceptedKeys } from './accepted-keys.ts'
import { variableOf } from './from-environment.ts'
import { judgeSettings } from './judge-settings.ts'
import { loadSettings } from './load-settings.ts'
import { valueAt } from './record.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const PAGE = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')
const ROWS = [...PAGE.matchAll(/^\| `([a-z][\w.]*)` \| (.+?) \| (.+) \|$/gm)].map(([, key, value, expected]) => ({
  key: key!,
  value: value!.replaceAll('`', ''),
  expected: expected!,
}))
const folder = mkdtempSync(join(tmpdir(), 'nevertwice-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('docs/configuration.md', () => {
  it('documents every key that is accepted, and accepts every key that is documented', () => {
    expect(ROWS.map((row) => row.key).sort()).toEqual(
      acceptedKeys()
        .map(({ key }) => key)
        .sort(),
    )
  })

  it('says of each key what is expected, in the words of the error message', () => {
    let last = ''
    for (const row of ROWS) {
      const accepted = acceptedKeys().find(({ key }) => key === row.key)!
      const said: string = row.expected === 'the same' ? last : row.expected
      for (const words of accepted.expected.split(/, (?=written)|, such as /))
        expect(said, row.key).toContain(words.replace(/,$/, ''))
      last = said
    }
  })

  it('states the true defaults, which are themselves valid', () => {
    for (const { key, value } of ROWS) {
      const actual = valueAt(DEFAULT_SETTINGS, key.split('.'))
      if (value === 'not set')
        expect(actual ?? null, key).toSatisfy((found) => found === null || Object.keys(found).length === 0)
      else if (value === 'the main target') expect(actual).toEqual([DEFAULT_SETTINGS.publication.mainTarget])
      else {
        expect(parse(value), key).toEqual(actual)
        const nested = key.split('.').reduceRight<string>((inner, part) => `{${part}: ${inner}}`, value)
        expect(() => judgeSettings(nested, 'x', {})).not.toThrow()
      }
    }
  })

  it('shows an example that is accepted and changes what it says', async () => {
    writeFileSync(join(folder, 'nevertwice.yaml'), /## An example\n\n```yaml\n([\s\S]*?)```/.exec(PAGE)![1]!)
    const settings = await loadSettings({ cwd: folder, file: null, environment: {} })
    expect(settings.policy).toMatchObject({
      draftHours: 24,
      mitigateMinutes: { P0: 20, P1: 240 },
      severityWords: { critical: 'P1' },
    })
    expect(settings.teams).toEqual(['Payments', 'Platform'])
  })

  it('names the variable of a key as it is', () => {
    expect(variableOf('policy.draftHours')).toBe('NEVERTWICE_POLICY_DRAFT_HOURS')
    expect(PAGE).toContain('`policy.draftHours` is `NEVERTWICE_POLICY_DRAFT_HOURS`')
  })
})
