import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandContext } from '../context.ts'
import { DEMO_STEPS } from '../demo/steps.ts'
import { runProgram } from '../program.ts'
import { recordedContext } from '../recorded-context.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function demo(argv: readonly string[], overrides: Partial<CommandContext> = {}, keys = '') {
  const recorded = recordedContext(folder, '', overrides)
  const stdin = {
    isTTY: true,
    async *[Symbol.asyncIterator]() {
      yield* keys
    },
  }
  const context = keys === '' ? recorded.context : { ...recorded.context, stdin, isTTY: true }
  const code = await runProgram(['demo', ...argv], () => context)
  const out = recorded.out()
  const repository = /(\/\S*nevertwice-demo-\w+)/.exec(out)?.[1] ?? ''
  return { code, out, err: recorded.err(), repository }
}

describe('demo', () => {
  it('goes the whole way with real commands, without a terminal, and leaves nothing with --clean', async () => {
    const { code, out, err, repository } = await demo(['--clean'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const [index, step] of DEMO_STEPS.entries())
      expect(out.replaceAll('\n', ' ')).toContain(`${index + 1}/${DEMO_STEPS.length}  ${step.says}`)
    for (const words of [
      '$ nevertwice init --yes\n  made  nevertwice.yaml\n',
      '  1 secret was masked; it is stored nowhere.\n',
      '        |                         ^^^^^^^^\n',
      ': nothing new; it was left as it is.\n',
      '  Every required role has signed.\n',
      'void: changed since in summary\n',
      'already; nothing changed.\n',
      'but a closed ticket proves nothing.',
      '  2026-Q4 as of 2026-12-08: 33.3 % closed (1 of 3), 33.3 % verified;',
      '  **Closure rate 33.3 %**',
      'Record of INC-2026-11-23-001: what was done since it was published\n',
      'older/search-index-2026-06.md -> docs/postmortems/INC-2026-06-03-001.md: 8 timeline entries, 2 action items',
    ])
      expect(out).toContain(words)
    expect(out).not.toContain('\u001b')
    expect(out).not.toContain('Press Enter')
    expect(out.endsWith('`nevertwice --help` lists every command.\n')).toBe(true)
    expect(repository).not.toBe('')
    expect(existsSync(repository)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps the repository otherwise, and says how to go on and how to remove it', async () => {
    const { out, repository } = await demo(['--no-pause'], { color: true, width: 30 })
    expect(existsSync(join(repository, 'docs/postmortems/index.md'))).toBe(true)
    expect(out).toContain(`  cd ${repository}\n  alias nevertwice="node `)
    expect(out).toContain(`Remove it with: rm -r ${repository}\n`)
    expect(out).toContain('\u001b[36m$ nevertwice init --yes\u001b[39m')
    rmSync(repository, { recursive: true })
  })

  it('has the settings of its own, whatever those around it are', async () => {
    const settings = { NEVERTWICE_POLICY_SIGNATURES: 'CTO', NEVERTWICE_DOCS_PATH: 'elsewhere' }
    const environment = { config: null, cache: null, debug: false, settings }
    expect((await demo(['--clean'], { environment })).code).toBe(0)
  })

  it('tells programs the same on one line', async () => {
    const { out } = await demo(['--clean', '--format', 'json'])
    expect(out.indexOf('\n')).toBe(out.length - 1)
    const { steps, kept } = JSON.parse(out)
    expect(kept).toBe(false)
    expect(steps.map(({ says }: { says: string }) => says)).toEqual(DEMO_STEPS.map(({ says }) => says))
    expect(steps[0].acts[0]).toMatchObject({
      typed: '$ nevertwice init --yes',
      output: ['made  nevertwice.yaml', expect.any(String), expect.any(String)],
    })
  })
})

describe('demo at a terminal', () => {
  it('waits for Enter before each step, and stops where asked', async () => {
    const { code, out, repository } = await demo([], {}, '\n\nq')
    expect(code).toBe(0)
    expect(out.match(/Press Enter to go on/g)).toHaveLength(3)
    expect(out).toContain(`Stopped before step 3 of ${DEMO_STEPS.length}. The repository is kept: ${repository}\n`)
    rmSync(repository, { recursive: true })
  })

  it('goes on where the input ends, and does not wait with --no-pause', async () => {
    const ended = await demo(['--clean'], {}, '\n')
    expect(ended.code).toBe(0)
    expect(ended.out.match(/Press Enter to go on/g)).toHaveLength(2)
    expect((await demo(['--clean', '--no-pause'], {}, '\n')).out).not.toContain('Press Enter')
  })
})
