import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFile } from './write-file.ts'
import { writeFiles } from './write-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

/** Writes 200 kB to a file in a process that may write files of at most 64 kB. */
function writeUnderLimit(path: string): string {
  const module = pathToFileURL(join(import.meta.dirname, 'write-file.ts')).href
  const script = `const { writeFile } = await import(${JSON.stringify(module)})
    console.log(JSON.stringify(await writeFile(${JSON.stringify(path)}, 'y'.repeat(200_000), { shown: 'a.md' })))`
  return execFileSync(
    'bash',
    ['-c', `trap '' XFSZ; ulimit -f 64; exec "$0" --import tsx --input-type=module -e "$1"`, process.execPath, script],
    {
      encoding: 'utf8',
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    },
  )
}

describe('writing a file', () => {
  it('removes what a killed run left, but not what a living one is writing', async () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid
    writeFileSync(at(`.nevertwice-${dead}-0123456789ab.tmp`), 'half')
    writeFileSync(at(`.nevertwice-${process.ppid}-0123456789ab.tmp`), 'half')
    writeFileSync(at('.nevertwice-mine.tmp'), 'not ours')
    await writeFile(at('a.md'), 'x')
    expect(new Set(readdirSync(folder))).toEqual(
      new Set(['.nevertwice-mine.tmp', `.nevertwice-${process.ppid}-0123456789ab.tmp`, 'a.md']),
    )
  })
})

describe('F20 a write that fails in the middle', () => {
  it.skipIf(process.platform === 'win32')('leaves the old file whole, no temporary file, and says so', () => {
    writeFileSync(at('a.md'), 'old')
    const { ok, refusal } = JSON.parse(writeUnderLimit(at('a.md')))
    expect(ok).toBe(false)
    expect(refusal).toEqual({
      code: 'disk-full',
      message: 'The file would be larger than the system permits.',
      where: { file: 'a.md' },
    })
    expect(readFileSync(at('a.md'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })
})

describe('F21 several files', () => {
  it('are never half when the process is killed', async () => {
    const contents = ['old '.repeat(200_000), 'new '.repeat(200_000)]
    const names = Array.from({ length: 40 }, (_, number) => at(`${number}.md`))
    for (const name of names) writeFileSync(name, contents[0]!)
    const module = pathToFileURL(join(import.meta.dirname, 'write-files.ts')).href
    const script = `const { writeFiles } = await import(${JSON.stringify(module)})
      const files = ${JSON.stringify(names)}.map((path) => ({ path, content: 'new '.repeat(200_000) }))
      const { statSync } = await import('node:fs')
      const before = statSync(files[5].path).ino
      const watch = () => statSync(files[5].path).ino === before ? setImmediate(watch) : process.kill(process.pid, 'SIGKILL')
      watch()
      await writeFiles(files)`
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    expect(child.signal).toBe('SIGKILL')
    const left = names.map((name) => readFileSync(name, 'utf8'))
    for (const text of left) expect(contents).toContain(text)
    // It was killed in the middle.
    expect(new Set(left).size).toBe(2)
    expect((await writeFiles(names.map((path) => ({ path, content: contents[1]! })))).ok).toBe(true)
    for (const name of names) expect(readFileSync(name, 'utf8')).toBe(contents[1])
    expect(readdirSync(folder)).toHaveLength(names.length)
  })
})
