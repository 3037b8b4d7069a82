import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/reliability.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| F\d{2} \|/.test(line))

describe('docs/reliability.md', () => {
  it('lists every fault of documents, evidence, the command line and the server', () => {
    const numbers = rows.map((row) => Number(row.slice(3, 5)))
    const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
    expect(numbers).toEqual([...upTo(1, 38), 42, ...upTo(44, 54), 59, 60])
  })

  it.each(rows)('names tests that carry the number: %s', (row) => {
    const number = row.slice(2, 5)
    const files = [...row.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file]) => file!)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      expect(existsSync(join(ROOT, file)), file).toBe(true)
      expect(readFileSync(join(ROOT, file), 'utf8')).toMatch(new RegExp(`\\b${number}\\b`))
    }
  })
})
