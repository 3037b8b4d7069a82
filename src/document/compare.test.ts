import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRuns } from '../base/sample-runs.ts'
import { comparePostmortems } from './compare.ts'
import { comparisonToText } from './compare-to-text.ts'
import { parsePostmortem } from './parse.ts'
import { blankPostmortem } from './template.ts'
import { wordDifferences } from './word-differences.ts'

const compare = (before: string, after: string) => comparePostmortems(parsePostmortem(before), parsePostmortem(after))

const START = Date.UTC(2026, 10, 23, 14, 3)
const VALUES = {
  title: 'Checkout slow',
  startedAt: START,
  severity: 'P2',
  summary: 'Checkout was slow for an hour.',
  timeline: [
    { at: START, text: 'latency rises' },
    { at: START + 600_000, text: 'page sent to Ada Example' },
    { at: START + 900_000, text: 'pool limit raised' },
  ],
  actionItems: [
    { id: 'A1', description: 'Add an alert on pool use', owner: 'Ada Example', due: '2026-12-01' },
    { id: 'A2', description: 'Describe the limit', owner: 'Bo Sample' },
  ],
}

describe('comparing two revisions', () => {
  const before = blankPostmortem(VALUES)

  it('finds nothing between equal texts, whatever their line endings', () => {
    const { title, ...lists } = compare(before, `\ufeff${before.replaceAll('\n', '\r\n')}`)
    expect(title).toBeNull()
    expect(Object.values(lists)).toEqual([[], [], [], []])
    expect(comparisonToText(compare(before, before))).toBe('')
  })

  it('tells what changed where, in words', () => {
    const after = blankPostmortem({
      ...VALUES,
      severity: 'P1',
      summary: 'Checkout was slow for two hours.',
      timeline: [
        VALUES.timeline[0]!,
        { at: START + 600_000, text: 'page sent to Bo Sample' },
        { at: START + 960_000, text: 'all-clear' },
      ],
      actionItems: [
        VALUES.actionItems[1]!,
        { ...VALUES.actionItems[0]!, due: '2026-12-24' },
        { id: 'A3', description: 'Test it' },
      ],
    })
    expect(comparisonToText(compare(before, after))).toBe(`Metadata
  ~ Severity: [-P2-]{+P1+}
Timeline
  ~ 14:13 page sent to [-Ada Example-]{+Bo Sample+}
  + 14:19 all-clear
  - 14:18 pool limit raised
Action items
  ~ A1 due: 2026-12-[-01-]{+24+}
  + A3 Test it
Sections
  ~ Metadata
  ~ Summary (1 paragraph)
      ## Summary (1 paragraph)  Checkout was slow for [-an hour-]{+two hours+}.
  ~ Timeline (UTC)
  ~ Action items
`)
  })

  it('tells sections that came, went and moved', () => {
    const { sections } = compare(
      '# T\n\n## Impact\n\na\n\n## Lessons\n\nb\n\n## Weather\n\nc\n',
      '# T\n\n## Lessons\n\nb\n\n## Impact\n\na\n\n## Traffic\n\nd\n',
    )
    expect(sections.map(({ change, before, after }) => [change, (after ?? before)!.heading])).toEqual([
      ['moved', 'Lessons'],
      ['added', 'Traffic'],
      ['removed', 'Weather'],
    ])
  })

  it('knows a section by its kind where its heading changed, and an item without an id by its words', () => {
    const { sections, actionItems } = compare(
      '# T\n\n## Impact\n\na\n\n## Action items\n\n- first\n- second\n',
      '# T\n\n## Customer impact\n\na\n\n## Action items\n\n- new\n- first\n- second\n',
    )
    expect(sections.map(({ change, after }) => [change, after?.heading])).toEqual([
      ['changed', 'Customer impact'],
      ['changed', 'Action items'],
    ])
    expect(actionItems.map(({ change, after }) => [change, after?.description.text])).toEqual([['added', 'new']])
  })
})

describe('word differences', () => {
  it('are of whole words, numbers, signs and pictures', () => {
    expect(wordDifferences('took 31 s 👩‍🚒', 'took 32 s 👩‍🚒!')).toEqual([
      { change: 'same', text: 'took ' },
      { change: 'removed', text: '31' },
      { change: 'added', text: '32' },
      { change: 'same', text: ' s 👩‍🚒' },
      { change: 'added', text: '!' },
    ])
    expect(wordDifferences('障害を検知', '障害を発見').filter(({ change }) => change === 'removed')).toEqual([
      { change: 'removed', text: '検知' },
    ])
  })

  it('give back both texts, whatever they are', () => {
    const text = fc
      .array(
        fc.oneof(fc.constantFrom('a ', 'b\n', 'c', '障', '👩‍🚒', '\ud800', '\r\n', ' '), fc.string({ maxLength: 4 })),
      )
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = wordDifferences(before, after)
        expect(
          found
            .filter(({ change }) => change !== 'added')
            .map((each) => each.text)
            .join(''),
        ).toBe(before)
        expect(
          found
            .filter(({ change }) => change !== 'removed')
            .map((each) => each.text)
            .join(''),
        ).toBe(after)
      }),
      { seed: 20261123, numRuns: sampleRuns(1000) },
    )
  })
})
