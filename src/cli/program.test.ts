import { describe, expect, it } from 'vitest'
import { command, type ListedCommand } from './command.ts'
import { CliFailure } from './failure.ts'
import { runProgram } from './program.ts'
import { recordedContext } from './recorded-context.ts'

const brew = command({
  name: 'brew',
  summary: 'Brew some tea',
  details: 'Boils water first.',
  arguments: [{ name: 'leaf', summary: 'what to brew', many: true }],
  options: {
    strength: { value: 'WORD', choices: ['weak', 'strong'], default: 'weak', summary: 'how strong' },
    addMilk: { summary: 'with milk' },
    cup: { value: 'NAME', many: true, summary: 'a cup to fill' },
    when: { value: 'DAY', summary: 'the day' },
  },
  formats: ['text', 'json'],
  examples: [{ run: 'brew green', says: 'a cup of green tea' }],
  async run(context, args, options) {
    if (args[0] === 'coffee')
      throw new CliFailure('refused', 'Found coffee; expected tea.', { file: 'menu.md', line: 3 })
    if (args[0] === 'crash') throw new Error('the kettle\u001b[2J is gone')
    context.stdout.write(JSON.stringify({ args, options, color: context.color }))
    return 1
  },
})
const list: ListedCommand[] = [{ name: 'brew', summary: brew.summary, load: async () => brew }]

async function run(argv: readonly string[], debug = false) {
  const recorded = recordedContext('/', '', { environment: { config: null, cache: null, debug, settings: {} } })
  const code = await runProgram(argv, ({ noColor }) => ({ ...recorded.context, color: !noColor }), list)
  return { code, out: recorded.out(), err: recorded.err() }
}

describe('a command line', () => {
  it('becomes arguments and typed options', async () => {
    const { code, out } = await run([
      'brew',
      'green',
      '--add-milk',
      '--cup',
      'a',
      '--cup',
      'b',
      '--format',
      'json',
      'black',
    ])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({
      args: ['green', 'black'],
      options: { strength: 'weak', addMilk: true, cup: ['a', 'b'], format: 'json' },
      color: true,
    })
  })

  it('takes names with a leading dash after --', async () => {
    const { out } = await run(['brew', '--', '-rf', '--format'])
    expect(JSON.parse(out).args).toEqual(['-rf', '--format'])
  })

  it('takes --no-color before and after the command', async () => {
    for (const argv of [
      ['--no-color', 'brew', 'x'],
      ['brew', 'x', '--no-color'],
    ])
      expect(JSON.parse((await run(argv)).out).color).toBe(false)
  })

  it.each([
    [[], 'Usage: nevertwice <command>'],
    [['brwe'], 'Did you mean `nevertwice brew`?'],
    [['dance'], 'Run `nevertwice --help`'],
    [['--verbose'], 'There is no option `--verbose`'],
    [['brew'], "Missing required argument 'leaf'"],
    [
      ['brew', 'x', '--strenght', 'weak'],
      "Unknown option '--strenght'. Did you mean --strength? Run `nevertwice brew --help`",
    ],
    [['brew', 'x', '--strength', 'mild'], 'Allowed choices are weak, strong. Run `'],
    [['brew', 'x', '--format', 'xml'], 'Allowed choices are text, json'],
    [['brew', 'x', '--when'], 'argument missing'],
  ])('says what is wrong with %j and ends with 2', async (argv, words) => {
    const { code, out, err } = await run(argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(words)
  })

  it('prints help to standard output and ends with 0', async () => {
    for (const argv of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await run(argv)
      expect(code).toBe(0)
      expect(out).toContain('  brew  Brew some tea\n')
    }
    for (const argv of [
      ['brew', '--help'],
      ['help', 'brew'],
    ]) {
      const { code, out, err } = await run(argv)
      expect(code).toBe(0)
      expect(err).toBe('')
      expect(out).toContain('Usage: nevertwice brew [options] <leaf...>')
      expect(out).toContain('$ nevertwice brew green\n      a cup of green tea')
    }
  })
})

describe('a failure', () => {
  it('becomes its sentence and its code, without a stack', async () => {
    const { code, err } = await run(['brew', 'coffee'])
    expect(code).toBe(4)
    expect(err).toBe('nevertwice: menu.md:3: Found coffee; expected tea.\n')
  })

  it('that nobody expected says how to report it; the stack only on request', async () => {
    const { code, err } = await run(['brew', 'crash'])
    expect(code).toBe(4)
    expect(err).toMatch(
      /^nevertwice: something broke inside `brew` \(the kettle\\u\{1b\}\[2J is gone\)\. .*NEVERTWICE_DEBUG=1.*\n$/,
    )
    expect((await run(['brew', 'crash'], true)).err).toContain('program.test.ts')
  })

  it.each([
    ['usage', 2],
    ['configuration', 2],
    ['unreadable', 3],
    ['file', 4],
    ['git', 4],
    ['network', 4],
    ['refused', 4],
  ] as const)('of kind %s ends with %i', (kind, code) => {
    expect(new CliFailure(kind, 'x').exitCode).toBe(code)
  })
})
