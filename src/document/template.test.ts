import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOfDay } from '../base/instant.ts'
import { sampleRuns } from '../base/sample-runs.ts'
import type { DraftValues } from './draft-values.ts'
import { oneLine } from './one-line.ts'
import { parsePostmortem } from './parse.ts'
import { blankPostmortem } from './template.ts'

const START = instantOfDay(2026, 11, 23)! + (14 * 60 + 3) * 60_000
const MINUTE = 60_000

describe('the blank template', () => {
  const blank = blankPostmortem()
  const parsed = parsePostmortem(blank)

  it('holds every section of the format in its order, and nothing that is not understood', () => {
    expect(parsed.sections.slice(1).map(({ kind }) => kind)).toEqual([
      'title',
      'metadata',
      'summary',
      'impact',
      'timeline',
      'root-cause',
      'went-right',
      'went-wrong',
      'action-items',
      'lessons',
      'artefacts',
      'publication',
      'sign-off',
    ])
    expect(parsed.unmapped).toEqual([])
    expect(parsed.problems).toEqual([])
    expect(parsed.blamelessNote?.text).toMatch(/^A note on blamelessness\. This document names systems, not people\./)
  })

  it('gives every label of the format its meaning', () => {
    expect(parsed.metadata.entries.map(({ key }) => key)).not.toContain('other')
    expect(parsed.impact.map(({ key }) => key)).not.toContain('other')
    expect(parsed.causes.map(({ id }) => id)).toEqual(['T', 'L', 'CF1', 'CF2', 'MC'])
    expect(parsed.artefacts.map(({ kind }) => kind)).toEqual([
      'runbook',
      'dashboard',
      'alert',
      'thread',
      'page',
      'chaos',
    ])
    expect(parsed.signOff.map(({ role, name, date }) => [role.value, name.value, date.value])).toEqual([
      ['Incident Commander', '', ''],
      ['Platform Lead', '', ''],
      ['(Optional) CTO', '', ''],
    ])
    expect(parsed.publication.map(({ ticked }) => ticked)).toEqual([false, false, false, false])
  })

  it('states no fact of its own', () => {
    expect(parsed.metadata.startedAt?.value).toBeNull()
    expect(parsed.metadata.duration?.value).toBeNull()
    expect(parsed.metadata.severity?.value).toBeNull()
    expect(parsed.timeline.map(({ at }) => at)).toEqual(Array(8).fill(null))
  })
})

describe('a filled template', () => {
  it('reads back begin, end, duration and severity', () => {
    const { metadata } = parsePostmortem(
      blankPostmortem({
        incidentId: 'INC-2026-11-23-001',
        startedAt: START,
        endedAt: START + 67 * MINUTE,
        severity: 'SEV2',
      }),
    )
    expect(metadata.incidentId?.value).toBe('INC-2026-11-23-001')
    expect([metadata.startedAt?.value, metadata.endedAt?.value, metadata.duration?.value]).toEqual([
      START,
      START + 67 * MINUTE,
      67,
    ])
    expect(metadata.severity).toMatchObject({ value: 'P1', text: 'SEV2' })
  })

  it.each([
    ['past midnight', 11 * 60 * MINUTE],
    ['more than a day', 50 * 60 * MINUTE],
    ['with seconds', 5 * MINUTE + 7000],
  ])('reads back an end %s', (_, length) => {
    const { metadata } = parsePostmortem(blankPostmortem({ startedAt: START, endedAt: START + length }))
    expect(metadata.startedAt?.value).toBe(START)
    expect(metadata.endedAt?.value).toBe(START + length)
    expect(metadata.duration?.value).toBeCloseTo(length / MINUTE, 1)
  })

  it('writes the day where it changes and where rows are out of order', () => {
    const timeline = [0, 30 * MINUTE, 600 * MINUTE, -20 * 60 * MINUTE].map((after) => ({
      at: START + after,
      text: 'checked',
    }))
    const text = blankPostmortem({ startedAt: START, timeline })
    expect(text).toContain('| 14:33 | checked |\n| 2026-11-24 00:03 | checked |\n| 2026-11-22 18:03 | checked |')
    expect(parsePostmortem(text).timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at))
  })

  it('names sources, and takes no address that is not of the web', () => {
    const text = blankPostmortem({
      timeline: [
        { at: START, text: 'page sent', links: [{ title: 'page | 1', url: 'https://pager.example.com/p(1)?a=b|c' }] },
        { at: START, text: 'checked', links: [{ title: 'run', url: 'javascript:alert(1)' }] },
      ],
    })
    expect(text).toContain('| Time | Event | Source |')
    expect(text).toContain('[page \\| 1](https://pager.example.com/p%281%29?a=b%7Cc)')
    expect(parsePostmortem(text).timeline.map(({ source }) => source?.text)).toEqual([
      'page | 1',
      'run (javascript:alert(1))',
    ])
  })

  it('adds optional columns and sections only where they hold something', () => {
    const text = blankPostmortem({
      actionItems: [{ description: 'Add an alert', addresses: ['CF1', 'MC'], status: 'in progress' }],
      lucky: ['It was a quiet hour.'],
    })
    expect(text).toContain('| ID | Description | Owner | Ticket | Due | Status | Addresses |')
    expect(text).toContain('## Where we got lucky\n\n- It was a quiet hour.')
    const [item] = parsePostmortem(text).actionItems
    expect([item?.id, item?.addresses?.value, item?.status?.value]).toEqual(['A1', ['CF1', 'MC'], 'in progress'])
    expect(blankPostmortem()).not.toContain('lucky')
  })
})

const SPICE = [
  '|',
  '\\|',
  '`',
  '**',
  '_',
  '~~',
  '[x](',
  '](',
  '<b>',
  '<!--',
  '-->',
  '&amp;',
  '&#35;',
  '#',
  '- ',
  '1. ',
  '> ',
  '\n',
  '\r\n',
  '\n\n## Impact\n\n',
  '\t',
  ': ',
  '?',
  '：',
  '👩‍🚒',
  '\u202e',
  'שלום',
  '\ufeff',
  '\0',
  '\\',
  '\ud800',
  '```',
  '---',
  '===',
  'https://a.example/_x_',
  '[ ] ',
  '=',
  '+',
  '$',
  'TODO',
  '障害',
]
const words = fc
  .array(
    fc.oneof(fc.constantFrom(...SPICE), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ maxLength: 6 })),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `w${parts.join('')}w`)
const wild = fc
  .oneof(
    words,
    words.map((text) => text.slice(1)),
    words.map((text) => text.slice(1, -1)),
  )
  .filter((text) => /[\p{L}\p{N}]/u.test(text))

describe('any words', () => {
  it('come back equal from every place, whatever they hold', () => {
    fc.assert(
      fc.property(wild, wild, wild, (first, second, third) => {
        const values: DraftValues = {
          title: `Q ${first}`,
          startedAt: START,
          tenants: [second],
          commander: first,
          recorder: third,
          summary: `Q ${first}`,
          impact: { customer: second, dataIntegrity: third },
          timeline: [
            { at: START, text: `Q ${first}` },
            { at: START + MINUTE, text: `Q ${second}`, links: [{ title: third, url: `https://x.example/${third}` }] },
          ],
          rootCause: `Q ${second}`,
          trigger: first,
          contributingFactors: [second, third],
          missedCatch: third,
          wentRight: [first, second],
          lessons: [third],
          actionItems: [
            { description: first, owner: second, ticket: third },
            { description: third, owner: first, due: '2026-12-24' },
          ],
          signOff: [{ role: 'Incident Commander', name: `Q ${first}` }],
        }
        const parsed = parsePostmortem(blankPostmortem(values))
        const [one, two, three] = [first, second, third].map(oneLine)
        const entry = (key: string) => parsed.metadata.entries.find((each) => each.key === key)?.value.text
        const read = [
          parsed.title?.value,
          entry('tenants'),
          entry('commander'),
          entry('recorder'),
          parsed.summary?.text,
        ]
        expect(read).toEqual([`Q ${one}`, two, one, three, `Q ${one}`])
        expect([parsed.impact[0]?.value.text, parsed.impact[3]?.value.text]).toEqual([two, three])
        expect(parsed.timeline.map(({ at, text }) => [at, text])).toEqual([
          [START, `Q ${one}`],
          [START + MINUTE, `Q ${two}`],
        ])
        expect(parsed.timeline[1]?.source?.text).toBe(three)
        expect(parsed.rootCause?.text).toBe(`Q ${two}`)
        expect(parsed.causes.map(({ text }) => text).slice(0, 1)).toEqual([one])
        expect(parsed.causes.slice(2).map(({ text }) => text)).toEqual([two, three, three])
        expect(parsed.wentRight.map(({ text }) => text)).toEqual([one, two])
        expect(parsed.lessons.map(({ text }) => text)).toEqual([three])
        expect(parsed.actionItems.map((item) => [item.description.text, item.owner?.text])).toEqual([
          [one, two],
          [three, one],
        ])
        expect(parsed.actionItems.map((item) => item.ticket?.text)).toEqual([three, '<ticket-id>'])
        expect(parsed.signOff.map(({ name }) => name.text)).toEqual([`Q ${one}`])
        expect(parsed.unmapped).toEqual([])
      }),
      { seed: 20261123, numRuns: sampleRuns(400) },
    )
  })
})
