import { describe, expect, it } from 'vitest'
import { applyEdits, lineEndingAt } from '../../src/base/edit.ts'
import { formatInstant } from '../../src/base/instant.ts'
import { lineStarts, positionsOf } from '../../src/base/position.ts'
import { DEFAULT_POLICY } from '../../src/checks/policy.ts'
import { checkPostmortem } from '../../src/checks/run-rules.ts'
import { parsePostmortem } from '../../src/document/parse.ts'
import { renderHtml } from '../../src/document/render-html.ts'
import { blankPostmortem } from '../../src/document/template.ts'

const rulesFor = (source: string) => {
  const context = {
    postmortem: parsePostmortem(source),
    record: null,
    evidence: null,
    policy: DEFAULT_POLICY,
    now: null,
  }
  return checkPostmortem(context, { gate: 'review' }).map(({ rule }) => rule)
}

describe('F01 next to nothing', () => {
  it.each([
    ['an empty file', ''],
    ['only a byte order mark', '\ufeff'],
    ['only blank lines', ' \t\r\n\n\r'],
    ['only front matter', '---\nowner: Ada Example\n---\n'],
    ['a rule', '---\n'],
  ])('%s is an empty model, and the checks say what is missing', (_, source) => {
    const parsed = parsePostmortem(source)
    expect(parsed.source).toBe(source)
    expect([parsed.title, parsed.summary, parsed.rootCause]).toEqual([null, null, null])
    expect([...parsed.timeline, ...parsed.actionItems, ...parsed.impact, ...parsed.unmapped]).toEqual([])
    expect(rulesFor(source)).toEqual(expect.arrayContaining(['sections-present', 'title-present']))
  })

  it('only a title is a title', () => {
    expect(parsePostmortem('\ufeff# Checkout slow').title).toMatchObject({
      value: 'Checkout slow',
      span: { from: 3, to: 16 },
    })
    expect(rulesFor('# Checkout slow')).toContain('sections-present')
  })
})

describe('F03 large documents', () => {
  const table = (rows: number, columns: number) =>
    `|${'c|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${`|${'v|'.repeat(columns)}\n`.repeat(rows)}`

  it('100,000 items of a list are all read', () => {
    expect(parsePostmortem(`# T\n\n## Lessons\n\n${'- We learned this.\n'.repeat(100_000)}`).lessons).toHaveLength(
      100_000,
    )
  })

  it('5,000 rows of a timeline are all read', () => {
    const source = `# T\n\n- **Date:** 2026-11-23\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${'| 14:03 | alert fired |\n'.repeat(5000)}`
    expect(parsePostmortem(source).timeline).toHaveLength(5000)
  })

  it('a table of 3,000 columns meets a stated limit that says so', () => {
    const { problems, source } = parsePostmortem(`# T\n\n${table(3, 3000)}`)
    expect(problems.map(({ code }) => code)).toEqual(['too-wide'])
    expect(problems[0]!.message).toMatch(/more than 1000 columns.*read as plain text/)
    expect(rulesFor(source)).toContain('too-wide')
  })

  it('one line of 5 MB is one paragraph', () => {
    const line = 'word '.repeat(1_000_000).trim()
    expect(parsePostmortem(`# T\n\n## Summary\n\n${line}\n`).summary?.text).toBe(line)
  })
})

describe('F04 nesting', () => {
  it.each([
    ['20,000 quotes', '> '.repeat(20_000)],
    ['5,000 lists', Array.from({ length: 5000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['20,000 lists on a line', '- '.repeat(20_000)],
    ['20,000 brackets', '['.repeat(20_000)],
    ['20,000 brackets over lines', '![\n'.repeat(20_000)],
    ['a fence never closed', `\`\`\`\n${'> '.repeat(10)}\n`.repeat(2000)],
    ['comments never closed', '<!-- \n\n'.repeat(10_000)],
  ])('%s overflow nothing', (_, source) => {
    expect(parsePostmortem(source).source).toBe(source)
    expect(renderHtml(source).length).toBeGreaterThan(0)
  })

  it('says where it is deeper than the format reads', () => {
    const { problems } = parsePostmortem(`# T\n\n${'> '.repeat(20_000)}x\n`)
    expect(problems.map(({ code }) => code)).toEqual(['too-deep'])
  })
})

describe('F05 line endings', () => {
  const values = {
    startedAt: Date.UTC(2026, 10, 23, 14, 3),
    actionItems: [{ id: 'A1', description: 'Add an alert', owner: 'Ada Example' }],
  }

  it.each(['\n', '\r\n', '\r'])(
    'an edit under %j keeps every other byte, and a new line ends as its neighbours do',
    (ending) => {
      const source = blankPostmortem(values).replaceAll('\n', ending).trimEnd()
      const { actionItems } = parsePostmortem(source)
      const [item] = actionItems
      const { from, to } = item!.status!.span
      const line = `${lineEndingAt(source, item!.span.to)}| A2 | Test it | Bo Sample | | | open |`
      const edited = applyEdits(source, [
        { from, to, text: 'done' },
        { from: item!.span.to, to: item!.span.to, text: line },
      ])
      if (!edited.ok) throw new Error(edited.refusal.message)
      const text = edited.value
      expect(text).toBe(
        `${source.slice(0, from)}done${source.slice(to, item!.span.to)}${line}${source.slice(item!.span.to)}`,
      )
      expect(text.replaceAll(ending, '')).not.toMatch(/[\r\n]/)
      expect(parsePostmortem(text).actionItems.map(({ id, status }) => [id, status?.value])).toEqual([
        ['A1', 'done'],
        ['A2', 'open'],
      ])
    },
  )

  it('mixed endings, tabs, trailing blanks and no final line ending stay', () => {
    const source = '# T  \r\n\r\n## Timeline\t\r\n\n| Time\t| Event |\r|---|---|\r\n|\t14:03 UTC\t| alert |  \r\n- x'
    const parsed = parsePostmortem(source)
    expect(parsed.source).toBe(source)
    expect(parsed.timeline.map(({ timeText, text }) => [timeText, text])[0]).toEqual(['14:03 UTC', 'alert'])
  })
})

describe('F06 tables', () => {
  it('with pipes in code, escaped pipes, no outer pipes and ragged rows have the right cells at the right places', () => {
    const source = `# T

- **Date:** 2026-11-23

## Timeline

Time | Event | Source
--- | :-: | ---
14:03 | \`a\\|b\` fired \\| paged | log
14:05 | one cell less
14:06 | one cell more | log | and this
14:07 |
`
    const { timeline } = parsePostmortem(source)
    expect(timeline.map(({ text, source: from }) => [text, from?.text ?? null])).toEqual([
      ['a\\|b fired | paged', 'log'],
      ['one cell less', null],
      ['one cell more', 'log'],
      ['', null],
    ])
    expect(timeline.map(({ textSpan }) => source.slice(textSpan.from, textSpan.to))[0]).toBe('`a\\|b` fired \\| paged')
  })

  it('two timelines are read one after the other', () => {
    const source =
      '# T\n\n- **Date:** 2026-11-23\n\n## Timeline\n\n- 14:03 alert\n\n## Timeline of the follow-up\n\n| Time | Event |\n|---|---|\n| 16:00 | fixed |\n'
    expect(parsePostmortem(source).timeline.map(({ at }) => formatInstant(at!))).toEqual([
      '2026-11-23T14:03:00Z',
      '2026-11-23T16:00:00Z',
    ])
  })
})

describe('F07 characters', () => {
  it('lines and columns are right after emoji, combining marks, right-to-left text and astral characters', () => {
    const source = '# 👩‍🚒 e\u0301 שלום 𝒳\n\n- **Recorder:** 👩‍🚒 Ada\r\n- **Author:** \u202eBo\n'
    const { metadata } = parsePostmortem(source)
    const starts = lineStarts(source)
    const places = metadata.entries.map(({ value }) => [value.text, positionsOf(starts, value.span)])
    expect(places).toEqual([
      ['👩‍🚒 Ada', { start: { line: 3, column: 17 }, end: { line: 3, column: 26 } }],
      ['\u202eBo', { start: { line: 4, column: 15 }, end: { line: 4, column: 18 } }],
    ])
  })
})

describe('F08 times', () => {
  const read = (heading: string, ...rows: string[]) => {
    const parsed = parsePostmortem(
      `# T\n\n- **Date:** 2026-03-28\n\n## Timeline${heading}\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`,
    )
    return {
      rows: parsed.timeline.map(({ at, timeText }) => `${timeText} = ${at === null ? 'not known' : formatInstant(at)}`),
      problems: parsed.problems.map(({ code, span }) => [code, parsed.source.slice(span.from, span.to)]),
    }
  }

  it('impossible days and times have no moment, keep their words and are told', () => {
    expect(read('', '2026-02-30 10:00 a', '10:61 b', '25:10 c', '24:30 d')).toEqual({
      rows: ['2026-02-30 10:00 = not known', '10:61 = not known', '25:10 = not known', '24:30 = not known'],
      problems: [
        ['impossible-time', '2026-02-30 10:00'],
        ['impossible-time', '10:61'],
        ['impossible-time', '25:10'],
        ['impossible-time', '24:30'],
      ],
    })
  })

  it('24:00 is the next midnight, and a leap second the second before', () => {
    expect(read('', '23:59:60 a', '24:00 b', '00:01 c').rows).toEqual([
      '23:59:60 = 2026-03-28T23:59:59Z',
      '24:00 = 2026-03-29T00:00:00Z',
      '00:01 = 2026-03-29T00:01:00Z',
    ])
  })

  it('a named zone has a gap and a fold, and both are told', () => {
    expect(read(' (Europe/Berlin)', '2026-03-29 02:30 gap', '2026-10-25 02:30 fold', '2026-10-25 03:30 after')).toEqual(
      {
        rows: [
          '2026-03-29 02:30 = not known',
          '2026-10-25 02:30 = 2026-10-25T00:30:00Z',
          '2026-10-25 03:30 = 2026-10-25T02:30:00Z',
        ],
        problems: [
          ['clock-gap', '2026-03-29 02:30'],
          ['clock-fold', '2026-10-25 02:30'],
        ],
      },
    )
  })

  it('days roll over, and a year left out is that of the incident', () => {
    expect(read('', '23:50 a', '00:10 b', '29 March 01:00 c').rows).toEqual([
      '23:50 = 2026-03-28T23:50:00Z',
      '00:10 = 2026-03-29T00:10:00Z',
      '29 March 01:00 = 2026-03-29T01:00:00Z',
    ])
  })

  it('without any day nothing is made up', () => {
    const { timeline, problems } = parsePostmortem('## Timeline\n\n- 10:00 a\n- 3 March 10:00 b\n')
    expect(timeline.map(({ at, timeText }) => [at, timeText])).toEqual([
      [null, '10:00'],
      [null, '3 March 10:00'],
    ])
    expect(problems.map(({ code }) => code)).toEqual(['no-day', 'no-day'])
  })
})

describe('F09 ids', () => {
  it('duplicate ids of items and another incident id are kept as written and found', () => {
    const source = blankPostmortem({
      title: 'Slow (INC-2026-11-23-002)',
      incidentId: 'INC-2026-11-23-001',
      actionItems: [
        { id: 'A1', description: 'Add an alert' },
        { id: 'a1', description: 'Test it' },
        { id: 'A4', description: 'Tell tenants' },
      ],
    })
    expect(parsePostmortem(source).actionItems.map(({ id }) => id)).toEqual(['A1', 'a1', 'A4'])
    expect(rulesFor(source)).toEqual(expect.arrayContaining(['item-ids-unique', 'incident-id-once']))
  })
})

describe('F10 sections that repeat', () => {
  it('are all kept, and told', () => {
    const source =
      '# T\n\n## Impact\n\n- 10 orders failed\n\n## Impact\n\n- 12 orders failed\n\n## Action items\n\n- [ ] one\n\n## Next steps\n\n- [ ] two\n'
    const parsed = parsePostmortem(source)
    expect(parsed.impact.map(({ value }) => value.text)).toEqual(['10 orders failed', '12 orders failed'])
    expect(parsed.actionItems.map(({ description }) => description.text)).toEqual(['one', 'two'])
    expect(rulesFor(source)).toContain('sections-once')
  })
})
