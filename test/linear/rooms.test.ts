/** Words, events, facts and rules take time that grows as what they are given. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '../../src/checks/policy.ts'
import { checkPostmortem } from '../../src/checks/run-rules.ts'
import { PIECES } from '../../src/checks/sample-pieces.ts'
import { quantitiesIn } from '../../src/checks/words/quantities.ts'
import { splitSentences } from '../../src/checks/words/sentences.ts'
import { parsePostmortem } from '../../src/document/parse.ts'
import type { Fact } from '../../src/evidence/fact.ts'
import { mergeFacts } from '../../src/evidence/merge-facts.ts'
import { kindOfEvent } from '../../src/timeline/kind-of.ts'
import { leastCpuTime } from './cpu-time.ts'

function rulesOn(source: string) {
  const postmortem = parsePostmortem(source)
  const context = { postmortem, record: null, evidence: null, policy: DEFAULT_POLICY, now: null }
  return () => checkPostmortem(context, { gate: 'draft' })
}

describe('time grows as the text does', () => {
  it.each([
    ['lines of everything', PIECES.join(' ')],
    ['one long line of figures', '1,234 orders at 14:03 for 40 minutes '],
    ['quotes', '"a'],
    ['open angle brackets', '\\<a '],
    ['comments', '<!-- a '],
    ['table rows', '| 14:03 | 1,234 orders failed "TBD" human error |\n'],
    ['summary bullets', '- Checkout was slow at 14:03, see https://example.com/a(b).\n'],
    ['headings', '## Summary\n\nOne.\n\n'],
    ['metadata', '- **Severity:** P1\n'],
    ['links', '[a](b) '],
    ['full stops', '. a '],
  ])('when all rules look at %s', (_, piece) => {
    const work = (size: number) =>
      rulesOn(`# T\n\n## Summary\n\n## Impact\n\n${piece.repeat(Math.ceil(size / piece.length))}`)
    const small = Math.max(10, leastCpuTime(work(30_000)))
    // Sixteen times the text may take sixteen times as long, and some more for garbage; squared would be 256.
    expect(leastCpuTime(work(480_000), small * 80)).toBeLessThan(small * 80)
  })

  it('when all rules look past ten thousand comments that ignore one', () => {
    const source = `# T\n\n${'<!-- nevertwice-ignore no-placeholders: x -->\n\nTBD\n\n'.repeat(10_000)}`
    expect(rulesOn(source)().map(({ rule }) => rule)).not.toContain('no-placeholders')
    expect(leastCpuTime(() => rulesOn(source)(), 5000)).toBeLessThan(5000)
  })

  it('when figures are looked for in long runs of digits', () => {
    const texts = ['1', '1,', '1 ', '1,111', '~$', 'a-1 '].map((unit) => unit.repeat(150_000 / unit.length))
    expect(leastCpuTime(() => texts.map(quantitiesIn), 8000)).toBeLessThan(8000)
  })

  it('when text of full stops and quotes is split into sentences', () => {
    const work = (length: number) => {
      const text = 'a. "'.repeat(length)
      return () => splitSentences(text)
    }
    const small = Math.max(1, leastCpuTime(work(20_000)))
    expect(leastCpuTime(work(200_000), small * 60)).toBeLessThan(small * 60)
  })

  it.each([
    ['one word over and over', 'restart '.repeat(200_000)],
    ['full stops', '.'.repeat(1_000_000)],
    ['wide brackets', '（'.repeat(100_000)],
    ['half a character', '\ud800 \u0000'],
  ])('when the kind of an event is told from %s', (_, line) => {
    expect(leastCpuTime(() => kindOfEvent(line), 200)).toBeLessThan(200)
  })

  it('when thousands of facts share a name', () => {
    const facts = Array.from({ length: 20_000 }, (_, n): Fact => {
      const source = n % 2 ? 'slack' : 'alertmanager'
      return {
        id: `${source}:f${n}`,
        source,
        externalId: `f${n}`,
        at: Date.UTC(2026, 10, 23, 14, 3) + n * 6000,
        rawTime: '',
        type: 'x',
        title: 'HighErrorRate checkout-example',
        kind: 'alert',
        actor: { name: 'b', bot: true },
      }
    })
    expect(leastCpuTime(() => mergeFacts([{ facts }]), 5000)).toBeLessThan(5000)
  })
})
