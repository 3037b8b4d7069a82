/** Starts a rule, a source and a command in a copy of the tree, and runs the same checks there that run here. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ROOT } from '../setup/prepare.mjs'
import { scaffold } from './scaffold.mjs'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A copy of the sources inside the cache folder, from where packages resolve as they do here. */
function copyOfTree(): string {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const root = mkdtempSync(join(ROOT, '.cache', 'scaffold-'))
  made.push(root)
  for (const path of ['src', 'package.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts']) {
    cpSync(join(ROOT, path), join(root, path), { recursive: true })
  }
  return root
}

/** What a tool prints where it fails, empty where it succeeds. */
function complaints(root: string, tool: string, ...args: string[]): string {
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return `${stdout}${stderr}`
  }
}

describe('npm run new', () => {
  it('starts what compiles, is formatted, stands in its list, and passes its own tests', () => {
    const root = copyOfTree()
    const written: string[] = []
    for (const words of [
      ['rule', 'zebra-sample'],
      ['source', 'aardvark-pager'],
      ['command', 'meantime'],
    ]) {
      const answer = scaffold(root, words)
      if (!answer.ok) throw new Error(answer.message)
      written.push(...answer.written)
    }
    expect(written).toContain('src/checks/rules/zebra-sample/rule.ts')
    expect(readFileSync(join(root, 'src/checks/rules.ts'), 'utf8')).toMatch(/zebraSample,\n\]/)
    expect(readFileSync(join(root, 'src/integrations/evidence-sources.ts'), 'utf8')).toMatch(/\[\s*aardvarkPager,/)

    const files = written.filter((path) => path.endsWith('.ts'))
    // As `npm run new` does at its end.
    expect(complaints(root, '@biomejs/biome/bin/biome', 'check', '--write', '--vcs-enabled=false', ...files)).toBe('')
    const types = complaints(root, 'typescript/bin/tsc', '--noEmit', '-p', '.')
    expect(types.split('\n').filter((line) => files.some((file) => line.startsWith(file)))).toEqual([])
    // The lists and what is new; everything else is tested where it stands.
    const tests = [
      'src/checks/rules.test.ts',
      'src/integrations',
      'src/cli/commands.test.ts',
      'src/cli/commands/meantime',
    ]
    const names = 'list of|EVIDENCE_SOURCES|zebra-sample|aardvark-pager|meantime'
    const outcome = complaints(
      root,
      'vitest/vitest.mjs',
      'run',
      '--root',
      root,
      '--project',
      'unit',
      '-t',
      names,
      ...tests,
    )
    expect(outcome).toBe('')
  }, 300_000)

  it('refuses what exists, and changes nothing', () => {
    const root = copyOfTree()
    const list = readFileSync(join(root, 'src/cli/commands.ts'), 'utf8')
    const answer = scaffold(root, ['command', 'kinds'])
    if (answer.ok) throw new Error('kinds was made twice')
    expect(answer.message).toMatch(/^src\/cli\/commands\/kinds\..* exists already\. /)
    expect(readFileSync(join(root, 'src/cli/commands.ts'), 'utf8')).toBe(list)
  })

  it('makes no file where the list cannot be read', () => {
    const root = copyOfTree()
    writeFileSync(join(root, 'src/checks/rules.ts'), 'export const SOMETHING = []\n')
    expect(scaffold(root, ['rule', 'zebra-sample'])).toMatchObject({ ok: false })
    expect(existsSync(join(root, 'src/checks/rules/zebra-sample'))).toBe(false)
  })

  it.each([[[]], [['rule']], [['room', 'a']], [['rule', 'a', 'b']], [['rule', 'Bad Name']], [['toString', 'a']]])(
    'says how it is called: %j',
    (words) => {
      const answer = scaffold(ROOT, words)
      expect(answer.ok).toBe(false)
      if (!answer.ok) expect(answer.message).toMatch(/rule|name/i)
    },
  )
})
