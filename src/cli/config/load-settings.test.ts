import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '../../checks/policy.ts'
import { CliFailure } from '../failure.ts'
import { loadSettings } from './load-settings.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'nevertwice-'))
  mkdirSync(join(cwd, '.git'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const load = (environment: Record<string, string> = {}, from = cwd) =>
  loadSettings({ cwd: from, file: null, environment })

function write(text: string | Buffer, name = 'nevertwice.yaml') {
  writeFileSync(join(cwd, name), text)
}

async function problems(text: string | Buffer, environment: Record<string, string> = {}): Promise<string[]> {
  write(text)
  const error = await load(environment).then(
    () => null,
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(CliFailure)
  expect(error.kind).toBe('configuration')
  return error.sentence.split('\n')
}

describe('settings', () => {
  it('are the defaults where nothing is set', async () => {
    const settings = await load()
    expect(settings.policy).toBe(DEFAULT_POLICY)
    expect(settings).toMatchObject({ file: null, root: cwd, docs: { path: 'docs/postmortems' } })
    expect(settings.originOf('policy.draftHours')).toEqual({ from: 'default' })
  })

  it('come from the file in a folder above, over the defaults, and know their line', async () => {
    write(
      'docs:\n  path: incidents/\npolicy:\n  draftHours: 24\n  mitigateMinutes:\n    P0: 20\n  severityWords:\n    SEV0: P0\n',
    )
    const below = join(cwd, 'a', 'b')
    mkdirSync(below, { recursive: true })
    const settings = await load({}, below)
    expect(settings.root).toBe(cwd)
    expect(settings.docs.path).toBe('incidents')
    expect(settings.policy).toEqual({
      ...DEFAULT_POLICY,
      draftHours: 24,
      mitigateMinutes: { P0: 20, P1: 240 },
      severityWords: { sev0: 'P0' },
    })
    expect(settings.originOf('policy.draftHours')).toEqual({ from: 'file', file: '../../nevertwice.yaml', line: 4 })
  })

  it('are not searched for above the root of the repository', async () => {
    write('docs: { path: incidents }')
    const inner = join(cwd, 'inner')
    mkdirSync(join(inner, '.git'), { recursive: true })
    expect((await load({}, inner)).file).toBeNull()
  })

  it('come from the environment before the file', async () => {
    write('policy:\n  draftHours: 24\n  acknowledgeMinutes:\n    P0: 3\npeople: [Ada Example]\n')
    const settings = await load({
      NEVERTWICE_POLICY_DRAFT_HOURS: '12',
      NEVERTWICE_POLICY_ACKNOWLEDGE_MINUTES_P1: '9',
      NEVERTWICE_PEOPLE: 'Bo Sample, Cy Model',
      NEVERTWICE_DATABASE_URL: 'not ours here',
      NEVERTWICE_TEST: 'nor this',
    })
    expect(settings.policy.draftHours).toBe(12)
    expect(settings.policy.acknowledgeMinutes).toEqual({ P0: 3, P1: 9 })
    expect(settings.people).toEqual(['Bo Sample', 'Cy Model'])
    expect(settings.originOf('policy.draftHours')).toEqual({
      from: 'environment',
      variable: 'NEVERTWICE_POLICY_DRAFT_HOURS',
    })
  })

  it('merge the days of a holiday file', async () => {
    write('2026-12-25 # holiday\n\n# none\n2026-01-01\n', 'holidays.txt')
    write('policy:\n  holidays: [2026-05-01]\n  holidaysFile: holidays.txt\n')
    expect((await load()).policy.holidays).toEqual(['2026-01-01', '2026-05-01', '2026-12-25'])
  })

  it('make the main target the only one where no others are named', async () => {
    write('publication: { mainTarget: wiki }')
    expect((await load()).publication).toMatchObject({ mainTarget: 'wiki', targets: ['wiki'] })
  })

  it('may be an empty file', async () => {
    write('# nothing yet\n')
    expect((await load()).policy).toEqual(DEFAULT_POLICY)
  })
})

describe('F24 a broken nevertwice.yaml says so with line and column, and nothing runs on half of it', () => {
  it.each([
    [
      'policy:\n  draftHour: 24\n',
      ['nevertwice.yaml:2:3: Unknown key `draftHour` in `policy`. Did you mean `draftHours`?'],
    ],
    ['draftHours: 24\n', ['nevertwice.yaml:1:1: Unknown key `draftHours`. Did you mean `policy.draftHours`?']],
    [
      'zebra: 1\n',
      ['nevertwice.yaml:1:1: Unknown key `zebra`. Expected one of docs, policy, publication, checks, people, teams.'],
    ],
    [
      'policy:\n  draftHours: soon\n',
      [
        'nevertwice.yaml:2:15: `policy.draftHours` is the text "soon"; expected a whole number of hours from 1 to 8760.',
      ],
    ],
    ['policy: 5\n', [/^nevertwice.yaml:1:9: `policy` is 5; expected a map of draftHours, /]],
    ['- a\n', [/^nevertwice.yaml:1:1: The file is a list of 1; expected a map of docs, /]],
    ['just words\n', [/^nevertwice.yaml:1:1: The file is the text "just words"; expected/]],
    [
      'policy:\n  acknowledgeMinutes:\n    P5: 1\n    P0: 2.5\n',
      [
        'nevertwice.yaml:4:9: `policy.acknowledgeMinutes.P0` is 2.5; expected a whole number of minutes from 1 to 100000.',
        'nevertwice.yaml:3:5: Unknown key `P5` in `policy.acknowledgeMinutes`. Did you mean `P0`?',
      ],
    ],
    [
      'policy:\n  holidays:\n    - 2026-12-25\n    - 2026-02-30\n',
      [
        'nevertwice.yaml:4:7: `policy.holidays.1` is the text "2026-02-30"; expected a day of the calendar, written YYYY-MM-DD.',
      ],
    ],
    ['docs:\n  path: ../elsewhere\n', [/^nevertwice.yaml:2:9: .*expected a folder below the configuration file/]],
    ['docs:\n  path: /etc\n', [/^nevertwice.yaml:2:9: .*expected a folder below/]],
    [
      'checks:\n  rules:\n    some-rule: loud\n',
      [/^nevertwice.yaml:3:16: `checks.rules.some-rule` is the text "loud"; expected error, warning, info or off/],
    ],
    [
      'policy:\n  severityWords:\n    sev9: P9\n',
      ['nevertwice.yaml:3:11: `policy.severityWords.sev9` is the text "P9"; expected one of P0, P1, P2, P3.'],
    ],
    [
      'policy:\n  summarySentences:\n    min: 6\n',
      ['nevertwice.yaml:3:5: `policy.summarySentences` runs from 6 to 4; expected min to be at most max.'],
    ],
    ['publication:\n  targets: [wiki]\n', [/^nevertwice.yaml:2:12: .*lacks the main target git/]],
    ['docs: {path: a}\ndocs: {path: b}\n', [/^nevertwice.yaml:2:1: Map keys must be unique/]],
    ['policy:\n\tdraftHours: 3\n', [/^nevertwice.yaml:2:1: Tabs are not allowed as indentation/]],
    ['a: [1, 2\n', [/^nevertwice.yaml:2:1: Flow sequence/]],
    ['people: !!js/function "x"\n', [/^nevertwice.yaml:1:9: Unresolved tag/]],
    ['__proto__:\n  polluted: true\n', [/^nevertwice.yaml:1:1: Unknown key `__proto__`/]],
    ['people: ["a\\u001b[2J"]\n', [/`people.0` is the text "a\\u\{1b\}\[2J"/]],
    ['---\ndocs: {path: a}\n---\ndocs: {path: b}\n', [/one document|multiple documents/]],
  ])('%j', async (text, expected) => {
    const found = await problems(text)
    expect(found).toHaveLength(expected.length)
    for (const [at, words] of expected.entries())
      if (typeof words === 'string') expect(found[at]).toBe(words)
      else expect(found[at]).toMatch(words)
  })

  it('YAML bombs: aliases', async () => {
    const levels = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 9; level++)
      levels.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      )
    const found = await problems(levels.join('\n'))
    expect(found[0]).toMatch(/^nevertwice.yaml:\d+:\d+: More than 20 aliases/)
  })

  it('YAML bombs: an alias of itself, and few aliases that grow', async () => {
    expect((await problems('people: &p [*p]\n'))[0]).toMatch(/^nevertwice.yaml:/)
    const levels = ['a0: &a0 [x, x, x, x, x, x]']
    for (let level = 1; level < 7; level++)
      levels.push(
        `a${level}: &a${level} [${Array(3)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      )
    expect((await problems(levels.join('\n')))[0]).toMatch(/alias/i)
  })

  it.each([
    ['['.repeat(60_000), 'Nested more than'],
    ['- '.repeat(60_000), 'Nested more than'],
    [Array.from({ length: 400 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), 'Nested more than'],
    [`people: [${'x, '.repeat(80_000)}]`, 'at most 200000 are read'],
  ])('YAML bombs: size and depth', async (text, words) => {
    expect((await problems(text))[0]).toContain(words)
  })

  it('bytes that are no text', async () => {
    expect((await problems(Buffer.from([0x61, 0x3a, 0xe9])))[0]).toMatch(
      /nevertwice.yaml: Byte 2 \(0xe9\) on line 1 is not UTF-8/,
    )
  })

  it('a wrong or misspelt variable, by its name', async () => {
    expect(await problems('', { NEVERTWICE_POLICY_DRAFT_HOURS: 'soon' })).toEqual([
      'NEVERTWICE_POLICY_DRAFT_HOURS: `policy.draftHours` is the text "soon"; expected a whole number of hours from 1 to 8760.',
    ])
    expect((await problems('', { NEVERTWICE_POLICY_DRAFT_HOUR: '5' }))[0]).toContain(
      'Did you mean NEVERTWICE_POLICY_DRAFT_HOURS?',
    )
  })

  it('a wrong file is not saved by a variable that stands over it', async () => {
    expect((await problems('policy: 5\n', { NEVERTWICE_POLICY_DRAFT_HOURS: '12' }))[0]).toContain('`policy` is 5')
  })

  it('a named file that is missing, and one with the wrong ending', async () => {
    await expect(loadSettings({ cwd, file: join(cwd, 'no.yaml'), environment: {} })).rejects.toThrow('no such file')
    write('', 'nevertwice.yml')
    await expect(load()).rejects.toThrow('Rename the file')
  })

  it('a holiday file that is missing, wrong, or outside', async () => {
    const text = 'policy: { holidaysFile: days.txt }'
    expect((await problems(text))[0]).toContain('no such file')
    write('2026-01-01\nChristmas\n', 'days.txt')
    expect((await problems(text))[0]).toMatch(/^days.txt:2:1: Expected a day/)
    rmSync(join(cwd, 'days.txt'))
    symlinkSync('/etc/hostname', join(cwd, 'days.txt'))
    expect((await problems(text))[0]).toContain('leads out of the folder')
  })
})
