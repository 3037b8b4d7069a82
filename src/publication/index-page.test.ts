import { describe, expect, it } from 'vitest'
import { type IndexRow, indexPage } from './index-page.ts'

const row = (number: number, change: Partial<IndexRow> = {}): IndexRow => ({
  date: `2026-11-0${number}`,
  id: `INC-2026-11-0${number}-001`,
  title: `Title ${number}`,
  severity: 'P1',
  stage: 'published',
  openItems: number,
  file: `INC-2026-11-0${number}-001.md`,
  ...change,
})

const made = (page: string | null, rows: IndexRow[]) => {
  const result = indexPage(page, rows)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

describe('indexPage', () => {
  it('makes a page, the latest first', () => {
    expect(made(null, [row(1), row(2)])).toBe(
      [
        '# Postmortems',
        '',
        '<!-- nevertwice:index -->',
        '| Date | Id | Title | Severity | Stage | Open items |',
        '|---|---|---|---|---|---|',
        '| 2026-11-02 | [INC-2026-11-02-001](INC-2026-11-02-001.md) | Title 2 | P1 | published | 2 |',
        '| 2026-11-01 | [INC-2026-11-01-001](INC-2026-11-01-001.md) | Title 1 | P1 | published | 1 |',
        '<!-- /nevertwice:index -->',
        '',
      ].join('\n'),
    )
  })

  it('rewrites only what is between the marks, and nothing a second time', () => {
    const page = `# Ours\r\n\r\nWords.\r\n\r\n${made(null, [row(1)])
      .slice(15)
      .trimEnd()
      .replaceAll('\n', '\r\n')}\r\nMore words.\r\n`
    const fresh = made(page, [row(2), row(1)])
    expect(fresh.startsWith('# Ours\r\n\r\nWords.\r\n\r\n<!-- nevertwice:index -->\r\n')).toBe(true)
    expect(fresh.endsWith('<!-- /nevertwice:index -->\r\nMore words.\r\n')).toBe(true)
    expect(fresh.replaceAll('\r\n', '')).not.toContain('\n')
    expect(made(fresh, [row(1), row(2)])).toBe(fresh)
  })

  it('adds the table to a page without marks', () => {
    const page = made('# Ours\n\nWords.', [row(1)])
    expect(page.startsWith('# Ours\n\nWords.\n\n<!-- nevertwice:index -->\n')).toBe(true)
    expect(made(page, [row(1)])).toBe(page)
  })

  it('refuses marks that are not a pair', () => {
    for (const page of [
      '<!-- nevertwice:index -->',
      '<!-- /nevertwice:index --> <!-- nevertwice:index -->',
      made(null, []) + made(null, []),
    ])
      expect(indexPage(page, [])).toMatchObject({ refusal: { code: 'index-marks' } })
  })

  it('shows what a title says and lets none of it run or break the table', () => {
    const page = made(null, [
      row(1, { title: 'a|b\n<img src=x onerror=y> [x](javascript:z) <!-- /nevertwice:index -->', file: 'a b/é).md' }),
    ])
    expect(page).toContain('a\\|b &lt;img src=x onerror=y&gt; \\[x\\](javascript:z)')
    expect(page).toContain('(a%20b/%C3%A9%29.md)')
    expect(made(page, [row(2)])).not.toContain('onerror')
  })
})
