import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineStarts } from '../base/position.ts'
import { sampleRuns } from '../base/sample-runs.ts'
import { parsePostmortem } from '../document/parse.ts'
import type { Fact } from '../evidence/fact.ts'
import { fixText } from './fixes.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { readSamples } from './read-samples.ts'
import type { CheckContext, Finding } from './rule.ts'
import { checkPostmortem } from './run-rules.ts'
import { PIECES } from './sample-pieces.ts'

const folder = new URL('./rules/', import.meta.url)
const SAMPLES = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) => {
    const page = readSamples(readFileSync(new URL(`${entry.name}/README.md`, folder), 'utf8'))
    return [...page.bad, ...page.good].map((sample) => sample.text)
  })
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
      { numRuns: sampleRuns(600), seed: 20261123 },
    )
  })

  it('give the same findings for the same text', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(check(source)).toEqual(check(source))
      }),
      { numRuns: sampleRuns(60), seed: 20261123 },
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
      { numRuns: sampleRuns(200), seed: 20261123 },
    )
  })

  it('handle a line count and a finding count that are large', () => {
    const source = `# T\n\n${'TBD\n\n'.repeat(20_000)}`
    expect(lineStarts(source).length).toBeGreaterThan(40_000)
    expect(check(source).length).toBeGreaterThan(20_000)
  })
})
