import { describe, expect, it } from 'vitest'
import { digest } from '../base/digest.ts'
import { appendEntry } from './append-entry.ts'
import { readRecord } from './read-record.ts'

const AT = Date.UTC(2026, 10, 23, 14, 3)
const opened = { verb: 'review-opened', data: {}, actor: 'Ada Example', at: AT, documentText: '# Checkout\n' } as const

function grown(text: string, note: string): string {
  const result = appendEntry(text, { ...opened, data: { note } })
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value.text
}

describe('appendEntry', () => {
  it('writes one line that reads back as the entry', () => {
    const result = appendEntry('', opened)
    expect(result.ok).toBe(true)
    if (!result.ok) return
    expect(result.value.text).toBe(`${result.value.line}\n`)
    expect(readRecord(result.value.text)).toMatchObject({ entries: [result.value.entry], lines: [1], problems: [] })
    expect(result.value.entry).toMatchObject({
      at: '2026-11-23T14:03:00Z',
      previous: null,
      text: digest('# Checkout\n'),
    })
    expect(result.value.entry.id).toMatch(/^[0-9a-f]{16}$/)
  })

  it('is deterministic, and the id depends on the content and on the line before', () => {
    expect(appendEntry('', opened)).toEqual(appendEntry('', { ...opened, data: { note: undefined } }))
    const ids = [
      appendEntry('', opened),
      appendEntry('', { ...opened, actor: 'Bo Sample' }),
      appendEntry(grown('', 'one'), opened),
    ]
    expect(new Set(ids.map((result) => result.ok && result.value.entry.id)).size).toBe(3)
  })

  it('chains each line to the one before and leaves that as it stands', () => {
    const one = grown('', 'one')
    const two = grown(one, 'two')
    expect(two.startsWith(one)).toBe(true)
    expect(readRecord(two).entries[1]?.previous).toBe(digest(one.trimEnd()))
    expect(readRecord(two).head).toBe(digest(two.trimEnd().split('\n')[1] ?? ''))
  })

  it('names the text with LF and without byte order mark, so a checkout with CRLF is the same text', () => {
    const result = appendEntry('', { ...opened, documentText: '\ufeff# Checkout\r\n' })
    expect(result.ok && result.value.entry.text).toBe(digest('# Checkout\n'))
  })

  it('keeps the line endings of the record and completes a last line without one', () => {
    const crlf = grown(grown('', 'one').replace('\n', '\r\n'), 'two')
    expect(crlf.split('\r\n')).toHaveLength(3)
    expect(readRecord(crlf).problems).toEqual([])
    const joined = grown(grown('', 'one').trimEnd(), 'two')
    expect(readRecord(joined)).toMatchObject({ problems: [], lines: [1, 2] })
  })

  it('refuses to write behind a cut line, without an actor, or with data that does not fit', () => {
    const cut = grown(grown('', 'one'), 'two').slice(0, -9)
    expect(appendEntry(cut, opened)).toMatchObject({
      ok: false,
      refusal: { code: 'record-truncated', where: { line: 2 } },
    })
    expect(appendEntry('', { ...opened, actor: ' ' })).toMatchObject({ refusal: { code: 'actor-missing' } })
    const result = appendEntry('', { ...opened, verb: 'returned', data: { reason: ' ' } })
    expect(result).toMatchObject({ refusal: { code: 'entry-data' } })
    expect(!result.ok && result.refusal.message).toContain('`reason` to be words')
  })
})
