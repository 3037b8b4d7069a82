import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePostmortem } from '../../document/parse.ts'
import { appendEntry } from '../../record/append-entry.ts'
import { signedDigest } from '../../signoff/signed-digest.ts'
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
const put = (name: string, content: string | Buffer) => writeFileSync(join(cwd, name), content)
const text = (name: string) => readFileSync(join(cwd, name), 'utf8')

/** Lacks the note on blamelessness, which `fix` appends. */
const LACKING = '# Postmortem — Checkout slow (INC-2026-11-23-001)\r\n\r\n## Summary\r\n\r\nCheckout was slow.\r\n'

describe('fix', () => {
  it('applies safe fixes only, keeps all other bytes, and twice is once', async () => {
    put('docs/a.md', LACKING)
    const { code, out } = await run('fix', 'docs')
    expect(code).toBe(0)
    expect(out).toBe('docs/a.md: 1 edit.\n1 file of 1 changed.\n')
    const once = text('docs/a.md')
    expect(once.startsWith(LACKING)).toBe(true)
    expect(once.length).toBeGreaterThan(LACKING.length)
    expect((await run('fix', 'docs')).out).toBe('0 files of 1 changed.\n')
    expect(text('docs/a.md')).toBe(once)
    expect(readdirSync(join(cwd, 'docs'))).toEqual(['a.md'])
  })

  it('F02 keeps UTF-16, and leaves what it cannot read as it is', async () => {
    put('docs/a.md', Buffer.from(`\ufeff${LACKING}`, 'utf16le'))
    put('docs/b.md', Buffer.from('caf\xe9', 'latin1'))
    const { code, out } = await run('fix', 'docs', '--format', 'json')
    expect(code).toBe(3)
    expect(JSON.parse(out)).toEqual({
      dryRun: false,
      files: [
        { file: 'docs/a.md', edits: 1 },
        { file: 'docs/b.md', error: expect.stringContaining('Byte 3'), edits: 0 },
      ],
    })
    expect(readFileSync(join(cwd, 'docs/a.md')).toString('utf16le').startsWith(`\ufeff${LACKING}`)).toBe(true)
    expect(readFileSync(join(cwd, 'docs/b.md'), 'latin1')).toBe('caf\xe9')
  })

  it('F23 does not write through a link that leads out', async () => {
    put('outside.md', LACKING)
    symlinkSync('../outside.md', join(cwd, 'docs/link.md'))
    expect(await run('fix', 'docs/link.md')).toMatchObject({
      code: 4,
      err: expect.stringContaining('leads out of the folder'),
    })
    expect(text('outside.md')).toBe(LACKING)
  })

  it('leaves a signed document as it is', async () => {
    put('docs/a.md', LACKING)
    const digest = signedDigest(parsePostmortem(LACKING))
    const signed = appendEntry('', {
      at: Date.UTC(2026, 10, 23),
      actor: 'Ada Example',
      verb: 'signed',
      data: { role: 'Incident Commander', name: 'Ada Example', date: '2026-11-23', digest },
      documentText: LACKING,
    })
    put('docs/a.record.jsonl', signed.ok ? signed.value.text : '')
    expect((await run('fix', 'docs')).out).toContain('docs/a.md: signed, so it was left as it is; 1 edit would void')
    expect(text('docs/a.md')).toBe(LACKING)
  })
})
