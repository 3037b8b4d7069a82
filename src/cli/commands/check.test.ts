import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runProgram } from '../program.ts'
import { recordedContext } from '../recorded-context.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
  mkdirSync(join(cwd, '.git'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(name: string, content: string | Buffer) {
  mkdirSync(dirname(join(cwd, name)), { recursive: true })
  writeFileSync(join(cwd, name), content)
}
async function run(...argv: string[]) {
  const recorded = recordedContext(cwd)
  const code = await runProgram(['check', ...argv], () => recorded.context)
  return { code, out: recorded.out(), err: recorded.err() }
}
async function json(...argv: string[]) {
  const { code, out, err } = await run('--format', 'json', ...argv)
  return {
    code,
    err,
    files: JSON.parse(out).files as { file: string; error?: string; findings: Record<string, unknown>[] }[],
  }
}

/** Breaks at least rules of the groups structure, metadata and summary. */
const POOR = '# Postmortem\n\n## Summary\n\nCheckout was slow.\n'

describe('check', () => {
  it('prints each finding with its place, and the totals', async () => {
    put('a.md', POOR)
    const { code, out } = await run('a.md', '--gate', 'publish')
    expect(code).toBe(1)
    expect(out).toMatch(/^a\.md:\d+:\d+: error: .+ \[[a-z-]+\]\n/m)
    expect(out).toMatch(/\n1 file checked: \d+ errors.*\.\n$/)
  })

  it('gives the promised JSON, files in order', async () => {
    put('docs/b.md', POOR)
    put('docs/a.md', POOR)
    const { code, files } = await json('docs', '--gate', 'publish')
    expect(code).toBe(1)
    expect(files.map(({ file }) => file)).toEqual(['docs/a.md', 'docs/b.md'])
    const [finding] = files[0]!.findings
    for (const key of ['rule', 'group', 'severity', 'message', 'line', 'column', 'endLine', 'endColumn'])
      expect(finding).toHaveProperty(key)
  })

  it('ends with 0 where nothing blocks the gate', async () => {
    put('a.md', POOR)
    const { code, files } = await json('a.md', '--only', 'blameless')
    expect(code).toBe(0)
    expect(files[0]!.findings.every((finding) => finding.group === 'blameless')).toBe(true)
    expect((await run('a.md', '--only', 'blameless')).out).not.toContain('[summary')
  })

  it('shows only what is asked for, also several', async () => {
    put('a.md', POOR)
    const { files } = await json('a.md', '--gate', 'close', '--only', 'metadata', '--only', 'summary-length')
    const shown = new Set(files[0]!.findings.map(({ group, rule }) => (group === 'metadata' ? group : rule)))
    expect([...shown].sort()).toEqual(['metadata', 'summary-length'])
    expect(await run('a.md', '--only', 'sumary')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean summary'),
    })
  })

  it('prints SARIF and annotations as one whole', async () => {
    put('a.md', POOR)
    put('b.md', Buffer.from([0xe9]))
    const { code, out } = await run('.', '--format', 'sarif')
    expect(code).toBe(3)
    const [sarif] = JSON.parse(out).runs
    expect(sarif.results.length).toBeGreaterThan(0)
    expect(sarif.tool.driver.rules.length).toBeGreaterThan(10)
    expect(sarif.results[0].ruleIndex).toBeTypeOf('number')
    expect(sarif.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error' }],
    })
    expect((await run('a.md', '--format', 'github')).out).toMatch(/^::(error|warning|notice) file=a\.md,line=1/)
  })

  it('F02 a file that cannot be read is reported with the others, and ends with 3', async () => {
    put('docs/latin.md', Buffer.from('caf\xe9', 'latin1'))
    put('docs/sixteen.md', Buffer.from(`\ufeff${POOR}`, 'utf16le'))
    put('docs/z.md', POOR)
    put('docs/z.record.jsonl', Buffer.from([0]))
    const { code, files } = await json('docs', 'gone.md')
    expect(code).toBe(3)
    expect(files.map(({ file, error }) => [file, error?.slice(0, 25)])).toEqual([
      ['docs/latin.md', 'Byte 3 (0xe9) on line 1 i'],
      ['docs/sixteen.md', undefined],
      ['docs/z.md', 'Its z.record.jsonl cannot'],
      ['gone.md', 'There is no such file or '],
    ])
    expect(files[1]!.findings.length).toBeGreaterThan(0)
    expect(readFileSync(join(cwd, 'docs/latin.md'), 'latin1')).toBe('caf\xe9')
    expect((await run('docs')).out).toContain('1 file checked'.replace('1 file', '3 files'))
  })

  it('F03 a document over the limit says so', async () => {
    put('big.md', '')
    truncateSync(join(cwd, 'big.md'), 60 * 1024 * 1024)
    const { code, files } = await json('big.md')
    expect(code).toBe(3)
    expect(files[0]!.error).toContain('at most 50 MB')
  })

  it('F23 strange names are shown safely and kept exactly in JSON', async () => {
    const name = '-a\n\u001b[2J\u202e.md'
    put(name, POOR)
    expect((await json('--gate', 'draft', '--', name)).files[0]!.file).toBe(name)
    const { out } = await run('.')
    expect(out).toMatch(/^-a\\u\{a\}\\u\{1b\}\[2J\\u\{202e\}\.md:1:/m)
  })

  it('F24 runs on no half configuration', async () => {
    put('a.md', POOR)
    put('nevertwice.yaml', 'checks:\n  rules:\n    sumary-length: off\n')
    expect(await run('a.md')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^nevertwice: nevertwice\.yaml:3:1: There is no rule .*Did you mean summary-length/),
    })
    put('nevertwice.yaml', 'checks:\n  rules:\n    summary: off\n')
    expect((await run('a.md')).err).toContain('is a group; expected the id of a rule')
  })

  it('takes severities from the settings, also for one gate', async () => {
    put('a.md', POOR)
    const severities = async () =>
      (await json('a.md', '--only', 'summary-length', '--gate', 'publish')).files[0]!.findings.map(
        (finding) => finding.severity,
      )
    const before = await severities()
    expect(before.length).toBeGreaterThan(0)
    put('nevertwice.yaml', 'checks: { rules: { summary-length: info } }')
    expect(new Set(await severities())).toEqual(new Set(['info']))
    put('nevertwice.yaml', 'checks: { rules: { summary-length: { publish: off } } }')
    expect(await severities()).toEqual([])
    put('nevertwice.yaml', 'checks: { rules: { summary-length: { close: off } } }')
    expect(await severities()).toEqual(before)
  })

  it('passes over what the settings ignore, but never a file that is named', async () => {
    put('docs/a.md', POOR)
    put('docs/templates/t.md', POOR)
    put('nevertwice.yaml', 'checks: { ignore: [docs/templates/**] }')
    const { files, err } = await json('docs')
    expect(files.map(({ file }) => file)).toEqual(['docs/a.md'])
    expect(err).toBe('nevertwice: 1 passed over, as checks.ignore says.\n')
    expect((await json('docs/templates/t.md')).files).toHaveLength(1)
  })

  it('says so where a folder holds no documents', async () => {
    mkdirSync(join(cwd, 'empty'))
    expect(await json('empty')).toEqual({ code: 0, files: [], err: 'nevertwice: empty holds no *.md files.\n' })
  })
})
