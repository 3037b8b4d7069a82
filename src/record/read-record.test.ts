import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '../base/digest.ts'
import { appendEntry } from './append-entry.ts'
import { readRecord } from './read-record.ts'
import { sealEntry } from './seal-entry.ts'

const AT = Date.UTC(2026, 10, 23, 14, 3)

function record(...notes: string[]): string {
  let text = ''
  for (const note of notes) {
    const result = appendEntry(text, {
      verb: 'review-opened',
      data: { note },
      actor: 'Ada Example',
      at: AT + text.length,
      documentText: '# Checkout',
    })
    if (!result.ok) throw new Error(result.refusal.message)
    text = result.value.text
  }
  return text
}

const codes = (text: string) => readRecord(text).problems.map((problem) => [problem.code, problem.line])

describe('readRecord', () => {
  it('reads nothing from nothing', () => {
    expect(readRecord('')).toEqual({ entries: [], lines: [], problems: [], head: null })
    expect(readRecord('\ufeff\n\r\n  \n')).toMatchObject({ entries: [], problems: [], head: null })
  })

  it('reads the same entries with LF, CRLF, a byte order mark and blank lines', () => {
    const text = record('one', 'two', 'three')
    const { entries } = readRecord(text)
    expect(entries).toHaveLength(3)
    const other = readRecord(`\ufeff${text.replaceAll('\n', '\r\n\r\n')}`)
    expect(other.entries).toEqual(entries)
    expect(other.problems).toEqual([])
    expect(other.lines).toEqual([1, 3, 5])
  })

  it('keeps a verb it does not know as a problem with its line, and the chain goes through it', () => {
    const first = record('one')
    const sealed = sealEntry(
      { at: '2026-11-23T15:00:00Z', actor: 'Bo Sample', verb: 'celebrated', data: { cake: 1 }, text: digest('x') },
      digest(first.trimEnd()),
    )
    const text = `${first}${sealed?.line}\n`
    const result = appendEntry(text, {
      verb: 'reopened',
      data: { reason: 'more' },
      actor: 'Bo Sample',
      at: AT,
      documentText: '',
    })
    const read = readRecord(result.ok ? result.value.text : '')
    expect(read.problems).toEqual([
      { code: 'unknown-verb', line: 2, message: expect.stringContaining('"celebrated"'), raw: sealed?.line },
    ])
    expect(read.entries.map((entry) => entry.verb)).toEqual(['review-opened', 'reopened'])
  })

  it('names the line after a changed, removed or moved one', () => {
    const text = record('one', 'two', 'three', 'four')
    const lines = text.trimEnd().split('\n')
    expect(codes(text.replace('two', 'TWO'))).toEqual([
      ['wrong-id', 2],
      ['broken-chain', 3],
    ])
    expect(codes([lines[0], lines[2], lines[3]].join('\n'))).toEqual([['broken-chain', 2]])
    expect(codes(lines.slice(1).join('\n'))).toEqual([['broken-chain', 1]])
    expect(readRecord(text.replace('two', 'TWO')).problems[1]?.message).toContain('does not follow line 2')
  })

  it('notices a change of the very last line', () => {
    expect(codes(record('one', 'two').replace('two', 'TWO'))).toEqual([['wrong-id', 2]])
  })

  it('names a last line that is cut off, and reads those before it', () => {
    const text = record('one', 'two')
    const read = readRecord(text.slice(0, -20))
    expect(read.entries).toHaveLength(1)
    expect(read.problems).toMatchObject([{ code: 'truncated-line', line: 2 }])
    expect(codes(text.trimEnd())).toEqual([])
  })

  it('tells two joined branches from a broken chain', () => {
    const base = record('one', 'two')
    const ours = record('one', 'two', 'ours')
    const theirs = record('one', 'two', 'theirs')
    const union = ours + theirs.slice(base.length)
    const { problems } = readRecord(union)
    expect(problems).toMatchObject([{ code: 'branched-chain', line: 4 }])
    expect(problems[0]?.message).toContain('follows line 2, not line 3')
    expect(codes(`<<<<<<< HEAD\n${base}`)).toEqual([
      ['conflict-marker', 1],
      ['branched-chain', 2],
    ])
  })

  it('says what an entry lacks, and what its data should be', () => {
    const lines = [
      '[1]',
      '{"id":"x","at":"2026-11-23T15:00:00Z","actor":"","verb":"reopened","data":{},"text":"t","previous":null}',
      '{"id":"x","at":"yesterday","actor":"Bo","verb":"reopened","data":{},"text":"t","previous":null}',
      '{"id":"x","at":"2026-11-23T15:00:00Z","actor":"Bo","verb":"reopened","data":{},"text":"t","previous":null}',
      '{broken',
      '',
    ]
    const messages = readRecord(lines.join('\n')).problems.map((problem) => problem.message)
    expect(messages.join('\n')).toContain('Line 1 of the record is JSON but not an object')
    expect(messages.join('\n')).toContain('Line 2 of the record has no `actor`')
    expect(messages.join('\n')).toContain('Line 3 of the record has the time "yesterday"')
    expect(messages.join('\n')).toContain(
      'Line 4 of the record (reopened) does not hold what it should. Expected `reason` to be words',
    )
    expect(messages.join('\n')).toContain('Line 5 of the record is not JSON')
  })

  it('survives any text and loses no line: each is an entry or a problem', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.json(), fc.constantFrom(...record('a', 'b').split('\n')))),
        (lines) => {
          const read = readRecord(lines.join('\n'))
          const told = new Set([...read.lines, ...read.problems.map((problem) => problem.line)])
          lines
            .join('\n')
            .split('\n')
            .forEach((line, index) => {
              if (line.trim() !== '' && line !== '\ufeff') expect(told.has(index + 1)).toBe(true)
            })
        },
      ),
    )
    expect(readRecord('['.repeat(200_000)).problems).toHaveLength(1)
    expect(readRecord(`{"data":${'['.repeat(5000)}${']'.repeat(5000)}}\n`).problems[0]?.code).toBe('not-an-entry')
  })
})
