import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| V\d+ /.test(line))

describe('docs/security.md', () => {
  it('goes through the seventeen chapters of ASVS 5.0', () => {
    expect(rows.map((row) => /^\| (V\d+) /.exec(row)![1])).toEqual(Array.from({ length: 17 }, (_, at) => `V${at + 1}`))
  })

  it('names files that exist', () => {
    const files = [...page.matchAll(/`(src\/[\w/.-]+\.ts)`/g)].map(([, file]) => file!)
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  })
})
