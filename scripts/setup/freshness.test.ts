import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStale } from './freshness.mjs'

let folder = ''

/** Writes a file, or touches a folder, with a time in seconds since 1970. */
function at(path: string, seconds: number, isFolder = false) {
  const full = join(folder, path)
  if (isFolder) mkdirSync(full, { recursive: true })
  else writeFileSync(full, path)
  utimesSync(full, seconds, seconds)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevertwice-freshness-'))
  at('src', 100, true)
  at('src/deep', 100, true)
  at('src/deep/a.ts', 100)
  at('made.js', 200)
  at('src/deep', 100, true)
  at('src', 100, true)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const stale = () => isStale(join(folder, 'made.js'), [join(folder, 'src')])

describe('freshness', () => {
  it('holds while nothing changed', () => {
    expect(stale()).toBe(false)
  })

  it('ends when a file deep below is newer', () => {
    at('src/deep/a.ts', 300)
    expect(stale()).toBe(true)
  })

  it('ends when a file was removed', () => {
    rmSync(join(folder, 'src/deep/a.ts'))
    utimesSync(join(folder, 'src/deep'), 300, 300)
    expect(stale()).toBe(true)
  })

  it('ends when what was made is gone', () => {
    rmSync(join(folder, 'made.js'))
    expect(stale()).toBe(true)
  })

  it('does not mind a source that does not exist', () => {
    expect(isStale(join(folder, 'made.js'), [join(folder, 'absent')])).toBe(false)
  })
})
