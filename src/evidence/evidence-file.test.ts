import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendEvidence, changeEvidence, parseEvidence } from './evidence-file.ts'
import type { Fact } from './fact.ts'
import { rowKey } from './row-key.ts'

const fact = (n: number, more: Partial<Fact> = {}): Fact => ({
  id: `notes:${n}`,
  source: 'notes',
  externalId: `${n}`,
  at: Date.UTC(2026, 10, 23) + n,
  rawTime: '',
  type: 'note',
  title: `Fact ${n}\u2028 "|`,
  ...more,
})
const row = rowKey({ at: 1, text: 'Alert fired', links: [] })
const value = (result: ReturnType<typeof changeEvidence>) => (result.ok ? result.value : result.refusal.code)

describe('the evidence file', () => {
  it('reads back what was added, as unused', () => {
    const text = appendEvidence('', [fact(1), fact(2)])
    expect(text.split('\n')).toHaveLength(3)
    expect(parseEvidence(text)).toEqual({
      lines: [
        { state: 'unused', row: null, fact: fact(1) },
        { state: 'unused', row: null, fact: fact(2) },
      ],
      problems: [],
    })
  })

  it('F15 adding twice changes no byte; a fuller telling keeps state and row', () => {
    const text = value(changeEvidence(appendEvidence('', [fact(1), fact(2)]), [{ id: 'notes:1', state: 'used', row }]))
    expect(appendEvidence(text, [fact(2), fact(1), fact(1)])).toBe(text)
    const fuller = appendEvidence(text, [fact(1, { endAt: 5 })])
    expect(parseEvidence(fuller).lines[0]).toEqual({ state: 'used', row, fact: fact(1, { endAt: 5 }) })
    expect(appendEvidence(fuller, [fact(1)])).toBe(fuller)
  })

  it('keeps dropped what was dropped', () => {
    const text = value(changeEvidence(appendEvidence('', [fact(1)]), [{ id: 'notes:1', state: 'dropped' }]))
    expect(appendEvidence(text, [fact(1)])).toBe(text)
    expect(parseEvidence(text + appendEvidence('', [fact(1)])).lines).toEqual([
      { state: 'dropped', row: null, fact: fact(1) },
    ])
  })

  it('keeps lines that it cannot read, names them, and does not glue onto a cut line', () => {
    const whole = appendEvidence('', [fact(1), fact(2)])
    const cut = `garbage\r\n${whole.slice(0, -20)}`
    const { lines, problems } = parseEvidence(cut)
    expect(lines.map((line) => line.fact.id)).toEqual(['notes:1'])
    expect(problems.map(({ path }) => path)).toEqual(['line 1', 'line 3'])
    expect(problems[1]?.message).toContain('cut off')
    const more = appendEvidence(cut, [fact(3)])
    expect(more.startsWith(`${cut}\n`)).toBe(true)
    expect(parseEvidence(more).lines.map((line) => line.fact.id)).toEqual(['notes:1', 'notes:3'])
  })

  it('names a line without a fact and an unknown state', () => {
    const { lines, problems } = parseEvidence(
      '{"state":"used"}\nnull\n{"state":"gone","fact":{"id":"a","source":"a","externalId":"a","title":"","at":1}}\n',
    )
    expect(lines).toEqual([])
    expect(problems.map(({ message }) => message.slice(0, 20))).toEqual([
      'This line holds no f',
      'This line holds no f',
      'The state "gone" is ',
    ])
  })

  it('changes only the lines concerned and refuses an id that it does not hold', () => {
    const text = appendEvidence('# kept\n', [fact(1), fact(2), fact(3)])
    const changed = value(changeEvidence(text, [{ id: 'notes:2', state: 'used', row }]))
    const [before, after] = [text.split('\n'), changed.split('\n')]
    expect(after.filter((line, i) => line !== before[i])).toHaveLength(1)
    expect(value(changeEvidence(text, [{ id: 'notes:9', state: 'used' }]))).toBe('no-such-fact')
  })

  it('survives any text, and adding twice equals once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.nat(5)), (existing, ids) => {
        const once = appendEvidence(
          existing,
          ids.map((n) => fact(n)),
        )
        expect(once.startsWith(existing)).toBe(true)
        expect(
          appendEvidence(
            once,
            ids.map((n) => fact(n)),
          ),
        ).toBe(once)
        expect(new Set(parseEvidence(once).lines.map((line) => line.fact.id))).toEqual(
          new Set(ids.map((n) => `notes:${n}`)),
        )
      }),
    )
  })
})
