import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runProgram } from '../program.ts'
import { recordedContext } from '../recorded-context.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
  mkdirSync(join(cwd, '.git'))
  mkdirSync(join(cwd, 'docs'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

async function run(...argv: string[]) {
  const recorded = recordedContext(cwd)
  const code = await runProgram(argv, () => recorded.context)
  return { code, out: recorded.out(), err: recorded.err() }
}
const put = (name: string, content: string) => writeFileSync(join(cwd, name), content)
const text = (name: string) => readFileSync(join(cwd, name), 'utf8')

/** Lacks the note on blamelessness, which `fix` appends. */
const LACKING = '# Postmortem — Checkout slow (INC-2026-11-23-001)\r\n\r\n## Summary\r\n\r\nCheckout was slow.\r\n'

describe('fix', () => {
  it('--dry-run prints what git can apply, and changes nothing', async () => {
    put('docs/a.md', LACKING)
    const { out } = await run('fix', 'docs', '--dry-run')
    expect(text('docs/a.md')).toBe(LACKING)
    rmSync(join(cwd, '.git'), { recursive: true })
    execFileSync('git', ['apply', '-p0', '-'], { cwd, input: out })
    mkdirSync(join(cwd, '.git'))
    expect((await run('fix', 'docs')).out).toBe('0 files of 1 changed.\n')
  })
})
