import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineStarts } from '../base/position.ts'
import { parsePostmortem } from '../document/parse.ts'
import type { Fact } from '../evidence/fact.ts'
import { fixText } from './fixes.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { readSamples } from './read-samples.ts'
import type { CheckContext, Finding } from './rule.ts'
import { checkPostmortem } from './run-rules.ts'

const folder = new URL('./rules/', import.meta.url)
const SAMPLES = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) => {
    const page = readSamples(readFileSync(new URL(`${entry.name}/README.md`, folder), 'utf8'))
    return [...page.bad, ...page.good].map((sample) => sample.text)
  })
/** Pieces that rules look for, to be thrown together at random. */
const PIECES = [
  '# Postmortem — x\n',
  '## Summary\n',
  '## Impact\n',
  '## Metadata\n',
  '## Timeline (UTC)\n',
  '## Action items\n',
  '## 概要\n',
  '- **Severity:** ',
  '- **Duration:** ',
  '- **Affected tenants:** ',
  'P1',
  '14:03',
  '2026-11-23',
  '2026-02-30',
  ' - ',
  '1,234 orders',
  '12 %',
  '~$45K',
  'about 40 minutes',
  'TBD',
  '\\<name\\>',
  '`',
  '```\n',
  '| a | b |\n|---|---|\n',
  '| 14:03 | alert fired |\n',
  '<!-- nevertwice-ignore summary-length: x -->\n',
  '<!-- nevertwice-ignore',
  '-->',
  'human error',
  '。',
  '. ',
  '\n',
  '\r\n',
  '\u202e',
  '🔥',
  '\ud800',
  '> ',
  '- ',
  '**A note on blamelessness.**',
  '---\n',
  'INC-2026-11-23-001',
  'the',
  ' ',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.tuple(fc.constantFrom(...SAMPLES), fc.constantFrom(...SAMPLES), fc.nat(), fc.nat()).map(([a, b, from, to]) => {
    return a.slice(0, from % (a.length + 1)) + b.slice(to % (b.length + 1))
  }),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

const FACT: Fact = {
  id: 'notes:1',
  source: 'notes',
  externalId: '1',
  at: Date.UTC(2026, 10, 23, 14, 3),
  rawTime: '14:03',
  type: 'note',
  title: '12 % of requests',
}

function check(source: string, gate: 'draft' | 'publish' = 'draft'): Finding[] {
  const context: CheckContext = {
    postmortem: parsePostmortem(source),
    record: [],
    evidence: [FACT],
    policy: DEFAULT_POLICY,
    now: Date.UTC(2026, 11, 1),
  }
  return checkPostmortem(context, { gate })
}

describe('all rules', () => {
  it('never fail, and point into the text, whatever it is', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const finding of check(source, 'publish')) {
          const where = `${finding.rule}: ${finding.message}`
          expect(where).not.toContain('failed on this document')
          expect(finding.span.from).toBeGreaterThanOrEqual(0)
          expect(finding.span.to, where).toBeGreaterThanOrEqual(finding.span.from)
          expect(finding.span.to).toBeLessThanOrEqual(source.length)
        }
      }),
      { numRuns: 600, seed: 20261123 },
    )
  })

  it('give the same findings for the same text', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(check(source)).toEqual(check(source))
      }),
      { numRuns: 60, seed: 20261123 },
    )
  })

  it('are mended once and for all by fix: twice equals once, and only added lines differ', () => {
    fc.assert(
      fc.property(text, (source) => {
        const once = fixText(source, check)
        if (!once.ok) throw new Error(once.refusal.message)
        const twice = fixText(once.value.text, check)
        expect(twice).toMatchObject({ ok: true, value: { text: once.value.text, edits: 0 } })
      }),
      { numRuns: 200, seed: 20261123 },
    )
  })

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
  ])(
    'take linear time on %s',
    (_, piece) => {
      const time = (size: number) => {
        const source = `# T\n\n## Summary\n\n## Impact\n\n${piece.repeat(Math.ceil(size / piece.length))}`
        const postmortem = parsePostmortem(source)
        const context = { postmortem, record: null, evidence: null, policy: DEFAULT_POLICY, now: null }
        const start = performance.now()
        checkPostmortem(context, { gate: 'draft' })
        return performance.now() - start
      }
      const best = (size: number) => Math.min(time(size), time(size), time(size))
      const small = Math.max(10, best(30_000))
      // Sixteen times the text may take sixteen times as long, and some more on a busy machine; squared would be 256.
      expect(best(480_000)).toBeLessThan(small * 80)
    },
    120_000,
  )

  it('handle a line count and a finding count that are large', () => {
    const source = `# T\n\n${'TBD\n\n'.repeat(20_000)}`
    expect(lineStarts(source).length).toBeGreaterThan(40_000)
    expect(check(source).length).toBeGreaterThan(20_000)
  })
})
