import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltProgram, buildProgram, ended } from './built-program.ts'

let program: BuiltProgram
beforeAll(() => {
  program = buildProgram()
})
afterAll(() => program.remove())

const POOR = '# Postmortem — Checkout slow (INC-2026-11-23-001)\n\n## Summary\n\nCheckout was slow.\n'

const MODULES = join(import.meta.dirname, '../../src/cli')

/** Runs a script over the sources. */
function inNode(script: string, cwd?: string): ChildProcess {
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script]
  return spawn(process.execPath, args, cwd === undefined ? {} : { cwd })
}

function folderOf(count: number): string {
  const folder = program.workFolder()
  mkdirSync(join(folder, 'docs'))
  for (let at = 0; at < count; at++)
    writeFileSync(join(folder, 'docs', `${1000 + at}.md`), POOR.replace('slow', `slow ${at}`))
  return folder
}

describe('the built program', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    for (const flag of ['--version', '-V'])
      expect(await program.run(program.workFolder(), [flag])).toEqual({
        code: 0,
        signal: null,
        out: `${version}\n`,
        err: '',
      })
  })

  it('says what is missing where it has not been built', async () => {
    const unbuilt = buildProgram(true)
    const { code, out, err } = await unbuilt.run(unbuilt.workFolder(), ['--version'])
    unbuilt.remove()
    expect({ code, out }).toEqual({ code: 4, out: '' })
    expect(err).toContain('dist/cli/main.js is missing')
    expect(err).toContain('npm run build')
  })

  it('loads every command, with help', async () => {
    const { out } = await program.run(program.workFolder(), ['--help'])
    const names = [...out.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const { code, out, err } = await program.run(program.workFolder(), [name, '--help'])
      expect({ name, code, err }).toEqual({ name, code: 0, err: '' })
      expect(out).toContain(`Usage: nevertwice ${name}`)
    }
  })

  it('reads settings from the file, the variables and --config, and nothing runs on half of them', async () => {
    const folder = folderOf(1)
    writeFileSync(join(folder, 'nevertwice.yaml'), 'policy:\n  summarySentences: { min: 1 }\n')
    const args = ['check', 'docs', '--only', 'summary-length', '--format', 'json']
    const findings = async (env: Record<string, string>, ...more: string[]) =>
      JSON.parse((await program.run(folder, [...args, ...more], { env })).out).files[0].findings.length
    expect(await findings({})).toBe(0)
    expect(await findings({ NEVERTWICE_POLICY_SUMMARY_SENTENCES_MIN: '2' })).toBe(1)
    writeFileSync(join(folder, 'other.yaml'), 'policy: { summarySentences: { min: 3 } }')
    expect(await findings({}, '--config', 'other.yaml')).toBe(1)
    expect(await findings({ NEVERTWICE_CONFIG: 'other.yaml' })).toBe(1)
    expect(await program.run(folder, args, { env: { NEVERTWICE_POLICY_DRAFT_HOUR: '3' } })).toMatchObject({
      code: 2,
      out: '',
    })
  })
})

describe('check over many documents', () => {
  it('gives the same from threads, from one thread and from the cache, and sees every change', async () => {
    const folder = folderOf(120)
    const cache = join(folder, 'cache')
    const args = ['check', 'docs', '--format', 'json']
    const threads = await program.run(folder, args)
    expect(threads.code).toBe(0)
    const files = JSON.parse(threads.out).files
    expect(files).toHaveLength(120)
    const few = await program.run(folder, [
      'check',
      ...files.slice(0, 20).map(({ file }: { file: string }) => file),
      '--format',
      'json',
    ])
    expect(JSON.parse(few.out).files).toEqual(files.slice(0, 20))
    for (let round = 0; round < 2; round++)
      expect(await program.run(folder, args, { env: { NEVERTWICE_CACHE: cache } })).toEqual(threads)
    expect(readdirSync(cache)).toHaveLength(1)
    writeFileSync(join(folder, 'docs/1007.md'), `${POOR}\n## Summary\n\nAgain.\n`)
    writeFileSync(join(folder, 'docs/1008.evidence.jsonl'), Buffer.from([0xff]))
    const changed = await program.run(folder, args, { env: { NEVERTWICE_CACHE: cache } })
    expect(changed.code).toBe(3)
    const after = JSON.parse(changed.out).files
    expect(after[7].findings).not.toEqual(files[7].findings)
    expect(after[8].error).toContain('1008.evidence.jsonl')
    expect(after.toSpliced(7, 2)).toEqual(files.toSpliced(7, 2))
    expect(changed.out).toBe((await program.run(folder, args)).out)
  })
})

describe('F03 large documents among many', () => {
  it('are checked like the others', async () => {
    const folder = folderOf(100)
    const large = POOR + 'Many words that say nothing in particular, over and over.\n\n'.repeat(20_000)
    writeFileSync(join(folder, 'docs/1003.md'), large)
    const { code, out, err } = await program.run(folder, ['check', 'docs', '--format', 'json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const files = JSON.parse(out).files
    expect(files).toHaveLength(100)
    const alone = JSON.parse((await program.run(folder, ['check', 'docs/1003.md', '--format', 'json'])).out).files
    expect(files[3]).toEqual(alone[0])
  })
})

describe('F25 the end of a run', () => {
  it('a closed reader: quiet, and the right code', async () => {
    const folder = folderOf(200)
    for (const format of ['text', 'json']) {
      const child = program.start(folder, ['check', 'docs', '--gate', 'close', '--format', format])
      child.stdout!.once('data', () => child.stdout!.destroy())
      const { code, signal, err } = await ended(child)
      expect({ format, code, signal, err }).toEqual({ format, code: 1, signal: null, err: '' })
    }
  })

  it.skipIf(process.platform === 'win32')('a reader that is closed before the first byte', async () => {
    const folder = folderOf(3)
    const script = `"$0" "$1" check docs | true; echo "\${PIPESTATUS[0]}"`
    const child = spawn('bash', ['-c', script, process.execPath, program.executable], { cwd: folder })
    expect(await ended(child)).toMatchObject({ out: '0\n', err: '' })
  })

  it.skipIf(process.platform !== 'linux')('a full disk behind standard output: says so, and ends with 4', async () => {
    const child = spawn('bash', ['-c', 'echo x | "$0" "$1" kinds > /dev/full', process.execPath, program.executable])
    expect(await ended(child)).toMatchObject({ code: 4, err: expect.stringContaining('cannot write the output') })
  })

  it('no terminal, NO_COLOR, FORCE_COLOR and --no-color', async () => {
    const folder = folderOf(1)
    const colour = '\u001b['
    const printed = async (env: Record<string, string>, ...more: string[]) =>
      (await program.run(folder, ['check', 'docs', ...more], { env })).out
    expect(await printed({})).not.toContain(colour)
    expect(await printed({ FORCE_COLOR: '1' })).toContain(colour)
    expect(await printed({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain(colour)
    expect(await printed({ FORCE_COLOR: '1' }, '--no-color')).not.toContain(colour)
    expect(await printed({ FORCE_COLOR: '1' }, '--format', 'json')).not.toContain(colour)
  })

  it.skipIf(process.platform === 'win32')('Ctrl-C: ends with 130, quietly, and prints no part of JSON', async () => {
    const folder = folderOf(5)
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const format of ['json', 'sarif']) {
      const child = program.start(folder, ['check', 'docs', 'pipe', '--format', format])
      const end = ended(child)
      // More than a pipe holds: once it is written, the program is in the middle of reading, and waits for the rest.
      const writer = spawn('bash', ['-c', 'exec 3> "$0"; printf "%200000s" x >&3; echo written; read', pipe])
      await once(writer.stdout, 'data')
      child.kill('SIGINT')
      expect(await end).toEqual({ code: 130, signal: null, out: '', err: '' })
      writer.stdin.end()
      await once(writer, 'close')
    }
  })

  it.skipIf(process.platform === 'win32')('Ctrl-C in text leaves no half line', async () => {
    const folder = folderOf(400)
    const child = program.start(folder, ['check', 'docs'])
    child.stdout!.once('data', () => child.kill('SIGINT'))
    const { code, out, err } = await ended(child)
    expect([0, 130]).toContain(code)
    expect(out.endsWith('\n')).toBe(true)
    expect(err).toBe('')
  })

  it.skipIf(process.platform === 'win32')(
    'Ctrl-C while a slow reader holds up a pipe: whole lines, and no more',
    async () => {
      const line = `${'x'.repeat(99)}\n`
      const child = inNode(`
      const { endQuietly } = await import(${JSON.stringify(join(MODULES, 'end-quietly.ts'))})
      endQuietly(false)
      process.stdout.write(${JSON.stringify(line)}.repeat(20_000))
      setInterval(() => process.stdout.writable && process.stdout.write('more'), 1000)
      process.stderr.write('written')
      process.on('SIGINT', () => process.stderr.write(', stopped'))`)
      // Standard output is read only after the signal, and holds far less than was written.
      let told = ''
      for await (const words of child.stderr!) {
        told += words
        if (told === 'written') child.kill('SIGINT')
        if (told.includes('stopped')) break
      }
      const { code, out } = await ended(child)
      expect({ code, whole: out === line.repeat(20_000) }).toEqual({ code: 130, whole: true })
    },
  )

  it('an error that nobody caught: one sentence, and 4 rather than 1', async () => {
    const { code, err } = await ended(
      inNode(`
        const { endQuietly } = await import(${JSON.stringify(join(MODULES, 'end-quietly.ts'))})
        endQuietly(false)
        setImmediate(() => { throw new Error('the kettle is gone') })`),
    )
    expect(code).toBe(4)
    expect(err).toMatch(/^nevertwice: something broke inside \(the kettle is gone\)\..*\n$/)
  })

  it.skipIf(process.platform === 'win32')('Ctrl-C removes temporary files', async () => {
    const folder = program.workFolder()
    const script = `
      const { endQuietly } = await import(${JSON.stringify(join(MODULES, 'end-quietly.ts'))})
      const { rememberTemporaryFile } = await import(${JSON.stringify(join(MODULES, 'files/temporary-files.ts'))})
      const { writeFileSync } = await import('node:fs')
      endQuietly(false)
      rememberTemporaryFile('half.tmp')
      writeFileSync('half.tmp', 'half')
      console.log('written')
      setInterval(() => {}, 1000)`
    const child = inNode(script, folder)
    child.stdout!.once('data', () => child.kill('SIGINT'))
    expect(await ended(child)).toMatchObject({ code: 130, err: '' })
    expect(readdirSync(folder)).toEqual(['.git'])
  })
})

describe('writing', () => {
  it.skipIf(process.platform === 'win32')(
    'F20 a disk that is full in the middle of fix: old file whole, says so',
    async () => {
      const folder = program.workFolder()
      const long = `${POOR}${'Many words.\n\n'.repeat(20_000)}`
      writeFileSync(join(folder, 'a.md'), long)
      const script = `trap '' XFSZ; ulimit -f 64; exec "$0" "$1" fix a.md`
      const child = spawn('bash', ['-c', script, process.execPath, program.executable], { cwd: folder })
      const { code, err } = await ended(child)
      expect(code).toBe(4)
      expect(err).toBe('nevertwice: a.md: The file would be larger than the system permits.\n')
      expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(long)
      expect(readdirSync(folder).sort()).toEqual(['.git', 'a.md'])
    },
  )

  it('F21 fix that is killed over many files: each old or new, and running again finishes', async () => {
    const folder = folderOf(60)
    const names = readdirSync(join(folder, 'docs')).map((name) => join(folder, 'docs', name))
    const before = names.map((name) => readFileSync(name, 'utf8'))
    const child = program.start(folder, ['fix', 'docs'])
    child.stdout!.once('data', () => child.kill('SIGKILL'))
    await ended(child)
    const between = names.map((name) => readFileSync(name, 'utf8'))
    expect(between.some((text, at) => text !== before[at])).toBe(true)
    expect((await program.run(folder, ['fix', 'docs'])).code).toBe(0)
    const after = names.map((name) => readFileSync(name, 'utf8'))
    for (const [at, text] of between.entries()) expect([before[at], after[at]]).toContain(text)
    expect((await program.run(folder, ['fix', 'docs'])).out).toBe('0 files of 60 changed.\n')
    expect(readdirSync(join(folder, 'docs')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('F23 names that begin with a dash, and a document from a pipe', async () => {
    const folder = program.workFolder()
    writeFileSync(join(folder, '-rf.md'), POOR)
    expect(
      JSON.parse((await program.run(folder, ['show', '--format', 'json', '--', '-rf.md'])).out).files[0].file,
    ).toBe('-rf.md')
    if (process.platform === 'win32') return
    const { out } = await ended(
      spawn(
        'bash',
        ['-c', 'cat ./-rf.md | "$0" "$1" show /dev/stdin --format json', process.execPath, program.executable],
        { cwd: folder },
      ),
    )
    expect(JSON.parse(out).files[0]).toMatchObject({
      file: '/dev/stdin',
      title: expect.stringContaining('Checkout slow'),
    })
  })
})
