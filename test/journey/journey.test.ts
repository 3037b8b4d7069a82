/** The built program goes the whole way, as a person would: from raw evidence to the review of the quarter. */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltProgram, buildProgram, ended } from '../cli/built-program.ts'
import { type ShiftedExample, shiftedExample } from './shifted-example.ts'

let program: BuiltProgram
let folder: string
let example: ShiftedExample
let document: string
beforeAll(() => {
  program = buildProgram()
  cpSync(join(import.meta.dirname, '../../examples'), join(dirname(program.executable), '../examples'), {
    recursive: true,
  })
  folder = program.workFolder()
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Ada Example')
  git('config', 'user.email', 'ada@example.com')
  git('config', 'commit.gpgsign', 'false')
  git('config', 'core.hooksPath', '.git/hooks')
  example = shiftedExample(folder, Date.now())
  document = `docs/postmortems/INC-${example.day}-001.md`
})
afterAll(() => program.remove())

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd()
}
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const record = () => read(document.replace('.md', '.record.jsonl'))

/** Runs a command that must end with the code; answers what it printed. */
async function run(code: number, ...args: string[]): Promise<string> {
  const done = await program.run(folder, args)
  expect({ args, ...done }).toMatchObject({ code, signal: null, ...(code < 2 ? { err: '' } : { out: '' }) })
  return code < 2 ? done.out : done.err
}
const evidence = (...names: string[]) => names.map((name) => `evidence/${name}`)

describe('the journey', () => {
  it('begins in an empty repository', async () => {
    expect(await run(0, 'init')).toContain('made  nevertwice.yaml\nmade  docs/postmortems/\n')
    expect(await run(0, 'actions')).toContain('There are no action items yet.')
  })

  it('makes a draft from raw evidence', async () => {
    const sources = evidence('pagerduty.json', 'slack.json', 'alertmanager.json', 'github.json', 'notes.txt')
    expect(await run(0, 'new', ...sources, '--title', 'Orders fail')).toContain(`25 timeline entries in ${document}`)
    expect(await run(0, 'timeline', document)).toContain('Time to acknowledge: 2 min')
    expect(await run(1, 'check', document, '--gate', 'sign')).toContain('[no-placeholders]')
  })

  it('is finished by a person, and takes more evidence once', async () => {
    writeFileSync(join(folder, document), example.read('finished.md'))
    expect(await run(0, 'check', document, '--gate', 'sign')).not.toContain(': error: ')
    const more = evidence('statuspage.json', 'grafana.json')
    expect(await run(0, 'add', document, ...more)).toContain('3 new timeline entries, 4 facts joined')
    const text = read(document)
    expect(await run(0, 'add', document, ...more)).toContain('nothing new')
    expect(read(document)).toBe(text)
  })

  it('is published only once it is signed', async () => {
    expect(await run(4, 'publish', document)).toContain('must be signed before it is published')
    await run(0, 'sign', document)
    await run(0, 'sign', document, '--role', 'Platform Lead', '--by', 'Di Specimen')
    expect(await run(0, 'verify', document)).toContain('All that is required holds.')
  })

  it.skipIf(process.platform === 'win32')(
    'F21 killed between the two commits, and run again, it is published once',
    async () => {
      const hook = join(folder, '.git/hooks/post-commit')
      const hold = join(folder, '.git/hold')
      execFileSync('mkfifo', [hold])
      // The first commit is made; git waits in its hook until the program is gone.
      writeFileSync(hook, '#!/bin/sh\nread held < .git/hold\n')
      chmodSync(hook, 0o755)
      const child = program.start(folder, ['publish', document])
      const end = ended(child)
      // Opening the pipe waits until the hook has opened its end.
      execFileSync('sh', ['-c', 'exec 3> "$0"; kill -9 "$1"; echo >&3', hold, String(child.pid)])
      expect(await end).toMatchObject({ code: null, signal: 'SIGKILL', out: '' })
      writeFileSync(hook, '#!/bin/sh\nexit 0\n')
      expect(git('log', '--format=%s').split('\n')).toHaveLength(1)
      expect(record()).not.toContain('"receipt"')
      const first = git('rev-parse', 'HEAD')
      expect(await run(0, 'publish', document)).toContain(`content ${first.slice(0, 12)}, receipt `)
      expect(git('log', '--format=%s').split('\n')).toHaveLength(2)
      expect(await run(0, 'publish', document)).toContain('nothing changed')
      expect(record().match(/"verb":"receipt"/g)).toHaveLength(1)
      expect(git('status', '--porcelain', 'docs')).toBe('')
    },
  )

  it('follows its action items until they are verified', async () => {
    await run(0, 'publish', document, '--all-hands', example.shift('2026-12-03'))
    expect(await run(4, 'item', document, 'A1', '--to', 'done')).toContain('not done without a proof')
    await run(0, 'item', document, 'A1', '--to', 'done', '--proof', 'https://ci.example.com/9', '--by', 'Bo Sample')
    await run(0, 'item', document, 'A1', '--to', 'verified', '--by', 'Cy Placeholder')
    expect(await run(0, 'actions')).toContain('#A1  verified')
    expect(await run(0, 'publish', document)).toContain('what was done since is in')
    expect(await run(0, 'verify', document)).toContain('All that is required holds.')
  })

  it('is reviewed, beside what came from elsewhere', async () => {
    cpSync(join(import.meta.dirname, '../../examples/older'), join(folder, 'older'), { recursive: true })
    expect(await run(0, 'import', 'older')).toContain('8 timeline entries, 2 action items')
    expect(await run(0, 'import', 'older')).toContain('It was imported already')
    const month = Number(example.day.slice(5, 7))
    const quarter = `${example.day.slice(0, 4)}-Q${Math.ceil(month / 3)}`
    expect(await run(0, 'report', '--quarter', quarter, '--out', 'review.md')).toContain('is in review.md')
    expect(read('review.md')).toContain('| P1 | published |')
    expect(JSON.parse(await run(0, 'show', 'docs/postmortems', '--format', 'json')).files).toHaveLength(3)
  })
})

describe('the demonstration', () => {
  it('runs from what ships', async () => {
    const { files } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    expect(files).toContain('examples')
    const { code, out, err } = await program.run(folder, ['demo', '--clean'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('That was the whole way')
    expect(existsSync(/The repository: (\S+)/.exec(out)![1]!)).toBe(false)
  })

  it('F25 ends quietly where nobody reads on', async () => {
    const child = program.start(folder, ['demo', '--clean'])
    child.stdout!.once('data', () => child.stdout!.destroy())
    expect(await ended(child)).toMatchObject({ code: 0, signal: null, err: '' })
  })
})
