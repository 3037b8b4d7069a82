import { describe, expect, it } from 'vitest'
import type { EventKind } from '../evidence/event-kind.ts'
import type { Fact } from '../evidence/fact.ts'
import type { MergedFact } from '../evidence/merged-fact.ts'
import { factsToRows } from './facts-to-rows.ts'

const T0 = Date.UTC(2026, 10, 23, 23, 58)

function merged(
  seconds: number,
  title: string,
  kind: EventKind | null,
  more: Partial<Fact> = {},
  also: Fact[] = [],
): MergedFact {
  const at = T0 + seconds * 1000
  const externalId = `${seconds}${title}`
  const primary = {
    id: `slack:${externalId}`,
    source: 'slack',
    externalId,
    at,
    rawTime: '',
    type: 'message',
    title,
    ...more,
  }
  return { primary, also, at, kind }
}

describe('factsToRows', () => {
  it('writes minutes, seconds where two rows share a minute, and the day where it changes', () => {
    const facts = [
      merged(0, 'a', 'alert'),
      merged(60, 'b', 'paged'),
      merged(67, 'c', 'observed'),
      merged(140, 'd', 'other'),
      merged(200, 'e', 'other'),
    ]
    expect(factsToRows(facts).rows.map(({ time }) => time)).toEqual([
      '23:58',
      '23:59:00',
      '23:59:07',
      '2026-11-24 00:00',
      '00:01',
    ])
    expect(factsToRows(facts, { day: '2026-11-22' }).rows[0]?.time).toBe('2026-11-23 23:58')
  })

  it('keeps every link and every id of an entry', () => {
    const other = { ...merged(5, 'x', null).primary, id: 'github:1', source: 'github', url: 'https://g.example.com/1' }
    const [row] = factsToRows([merged(0, 'Deploy', 'change', { url: 'https://s.example.com/1' }, [other, other])]).rows
    expect(row?.sources).toEqual([
      { title: 'Slack', url: 'https://s.example.com/1' },
      { title: 'GitHub', url: 'https://g.example.com/1' },
    ])
    expect(row?.factIds).toEqual(['slack:0Deploy', 'github:1', 'github:1'])
  })

  it('makes one harmless line of whatever words come', () => {
    const [row] = factsToRows([merged(0, ' a | b\r\n<!-- c --> [d](javascript:e) `f|g` \u202Ex\\', 'alert')]).rows
    expect(row?.text).toBe('a \\| b \\<!-- c --\\> [d\\](javascript:e) \\`f\\|g\\` x\\\\')
    expect(factsToRows([merged(0, `${'word '.repeat(80)}`, 'alert')]).rows[0]?.text).toMatch(/ word…$/)
  })

  it('names the receiver of a page', () => {
    expect(factsToRows([merged(0, 'HighErrorRate', 'paged', { receiver: 'Platform on-call' })]).rows[0]?.text).toBe(
      'Platform on-call paged: HighErrorRate',
    )
  })

  it('takes the kind from the words where the source states none', () => {
    expect(factsToRows([merged(0, 'Rolled back the release', null)]).rows[0]?.kind).toBe('mitigation')
  })

  it('leaves out chatter by people, never what machines say, and counts it', () => {
    const facts = [
      merged(0, 'thanks', null),
      merged(1, 'thanks', null, { actor: { name: 'b', bot: true } }),
      merged(2, 'thanks', 'other'),
    ]
    const { rows, leftOut } = factsToRows(facts)
    expect(rows).toHaveLength(2)
    expect(leftOut).toEqual([{ why: 'messages that tell of no event', count: 1 }])
  })

  it('leaves out what has no time that can be right', () => {
    const wrong = { ...merged(0, 'a', 'alert'), at: 8.7e15 }
    expect(factsToRows([wrong])).toEqual({ rows: [], leftOut: [{ why: 'a time that cannot be right', count: 1 }] })
  })

  it('cuts a long story to its most telling entries and counts the rest', () => {
    const facts = Array.from({ length: 500 }, (_, n) => merged(n, `o${n}`, n === 250 ? 'mitigation' : 'observed'))
    const { rows, leftOut } = factsToRows(facts, { most: 10 })
    expect(rows.map(({ kind }) => kind)).toContain('mitigation')
    expect(rows[0]?.text).toBe('o0')
    expect(rows.at(-1)?.text).toBe('o499')
    expect(rows).toHaveLength(10)
    expect(leftOut).toEqual([{ why: 'beyond the 10 most telling entries', count: 490 }])
  })
})
