/** The labels are well formed, belong to the drawn documents and still fit the material they were read from. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const repository = join(import.meta.dirname, '..', '..')
const material = resolve(repository, process.env.NEVERTWICE_MATERIAL ?? '../shared')
const absent = !existsSync(join(material, 'corpus', 'index.tsv'))

const table = (name: string): Record<string, string>[] => {
  const [head, ...rows] = readFileSync(join(import.meta.dirname, name), 'utf8')
    .replace(/\n$/, '')
    .split('\n')
  const names = head!.split('\t')
  return rows.map((row) => {
    const cells = row.split('\t')
    expect(cells).toHaveLength(names.length)
    return Object.fromEntries(names.map((key, at) => [key, cells[at]!]))
  })
}

const drawn = table('drawn.tsv')
const labels = table('labels.tsv')
const each = (cell: string): string[] => (cell === '' ? [] : cell.split('|').filter((value) => value !== '-'))

describe('the labels of real postmortems', () => {
  it('cover the drawn documents, at most three of a family, with one title row each', () => {
    expect(drawn).toHaveLength(40)
    for (const { family } of drawn) expect(drawn.filter((row) => row.family === family).length).toBeLessThanOrEqual(3)
    expect(labels.filter((row) => row.kind === 'title').map((row) => row.doc)).toEqual(drawn.map((row) => row.file))
  })

  it('hold only line numbers, moments, dates, digests and codes', () => {
    for (const row of labels) {
      expect(row.kind).toMatch(/^(title|timeline|action)$/)
      expect(row.counts).toMatch(/^[yn]$/)
      expect(row.line).toMatch(/^\d+$/)
      expect(row.has_time).toMatch(row.kind === 'timeline' ? /^[yn]$/ : /^$/)
      for (const at of each(row.at!)) expect(new Date(at).toISOString().replace('.000Z', 'Z')).toBe(at)
      for (const date of [...each(row.date!), ...each(row.due!)]) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      for (const digest of each(row.digest!)) expect(digest).toMatch(/^[0-9a-f]{16}$/)
      expect(row.doubt).toMatch(/^[a-z-]*(,[a-z-]+)*$/)
    }
    expect(new Set(labels.map((row) => `${row.doc} ${row.kind} ${row.line}`)).size).toBe(labels.length)
  })

  it.skipIf(absent)('fit the documents of the material', () => {
    for (const { file } of drawn) {
      const bytes = readFileSync(join(material, 'corpus', 'docs', file!))
      const lines = bytes.toString('utf8').split('\n')
      for (const row of labels.filter((label) => label.doc === file)) {
        expect(row.file_sha256).toBe(createHash('sha256').update(bytes).digest('hex').slice(0, 16))
        if (row.line !== '0') expect(lines[Number(row.line) - 1]?.trim()).toBeTruthy()
      }
    }
  })

  it.skipIf(absent)('are of the documents the script draws', () => {
    const script = join(repository, 'scripts', 'draw-corpus-labels.ts')
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { cwd: repository, encoding: 'utf8' })
    expect(printed).toBe(readFileSync(join(import.meta.dirname, 'drawn.tsv'), 'utf8'))
  })
})
