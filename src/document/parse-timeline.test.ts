import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'

/** `2026-05-03T14:03Z words`, or the day, or `-`. */
function rows(...lines: string[]): string[] {
  return parsePostmortem(lines.join('\n')).timeline.map(({ at, date, text }) => {
    const moment = at === null ? (date ?? '-') : `${new Date(at).toISOString().slice(0, 16)}Z`
    return `${moment} ${text}`
  })
}

const DAY = ['# Checkout-example down', '', '- **Date:** 2026-05-03', '']
const table = (...lines: string[]) => rows(...DAY, '## Timeline (UTC)', '', ...lines)

describe('timelines as tables', () => {
  const expected = ['2026-05-03T14:03Z alert', '2026-05-03T14:20Z fixed']

  it('reads columns in any order', () => {
    expect(
      table('| Event | Who | Time |', '|---|---|---|', '| alert | Ada | 14:03 |', '| fixed | Bo | 14:20 |'),
    ).toEqual(expected)
  })

  it('reads a day and a time in columns of their own', () => {
    expect(
      table('| Date | Time | Event |', '|---|---|---|', '| 5/3/2026 | 14:03 | alert |', '| | 14:20 | fixed |'),
    ).toEqual(expected)
  })

  it('takes the column of UTC where a local one stands beside it', () => {
    expect(
      table('| Local | UTC | What |', '|---|---|---|', '| 16:03 | 14:03 | alert |', '| 16:20 | 14:20 | fixed |'),
    ).toEqual(expected)
  })

  it('reads the zone of a column', () => {
    expect(table('| Time (PDT) | Event |', '|---|---|', '| 07:03 | alert |', '| 07:20 | fixed |')).toEqual(expected)
  })

  it('reads rows that hold only a day, and leaves out rows of dots and lines between rows', () => {
    expect(
      rows(
        '# Outage',
        '',
        '## Timeline',
        '',
        '| Date / Time | Event |',
        '|---|---|',
        '| 2026-05-03 | |',
        '| 14:03 | alert |',
        '| … | … |',
        '![picture](graph.png)',
        '| 14:20 | fixed |',
      ),
    ).toEqual(expected)
  })

  it('reads a table without names for its columns', () => {
    expect(table('| | |', '|---|---|', '| 14:03 | alert |', '| 14:20 | fixed |')).toEqual(expected)
  })
})

describe('timelines as lists', () => {
  it.each([
    ['plain', '- 14:03 alert'],
    ['bold', '- **14:03** — alert'],
    ['code', '- `14:03` alert'],
    ['brackets', '- [14:03] alert'],
    ['a range', '- 14:03–14:10: alert'],
    ['a range in words', '- 14:03 to 14:10 - alert'],
    ['an arrow', '- 14:03 → alert'],
    ['numbers', '1. 14:03 alert'],
    ['a zone', '- 16:03 CEST: alert'],
    ['an offset', '- 2026-05-03 23:03 +09:00 alert'],
    ['a 12-hour clock', '- 2:03 PM: alert'],
    ['a sign of state', '- 🔴 14:03 – alert'],
    ['the day after the time', '- 14:03 UTC (May 3) alert'],
  ])('reads %s', (_, line) => {
    expect(table(line)).toEqual(['2026-05-03T14:03Z alert'])
  })

  it('keeps nested details with their entry', () => {
    expect(table('- 14:03 alert', '  - at 14:01 it was quiet', '- 14:20 fixed')).toEqual([
      '2026-05-03T14:03Z alert',
      '2026-05-03T14:20Z fixed',
    ])
  })

  it('reads days as bullets, as headings and as bold lines', () => {
    const expected = ['2026-05-03T14:03Z alert', '2026-05-04T09:00Z fixed']
    expect(
      rows('# T', '', '## Timeline', '', '- 2026-05-03', '  - 14:03 alert', '- 2026-05-04', '  - 09:00 fixed'),
    ).toEqual(expected)
    expect(
      rows(
        '# T',
        '',
        '## Timeline',
        '',
        '### 3 May 2026',
        '',
        '- 14:03 alert',
        '',
        '### 4 May 2026',
        '',
        '- 09:00 fixed',
      ),
    ).toEqual(expected)
    expect(
      rows(
        '# T',
        '',
        '## Timeline',
        '',
        '**3 May 2026**',
        '',
        '- 14:03 alert',
        '',
        '**4 May 2026**',
        '',
        '- 09:00 fixed',
      ),
    ).toEqual(expected)
  })

  it('goes on to the next day after midnight, the next month and the next year', () => {
    expect(
      rows(
        '# T',
        '',
        '- **Date:** 2026-12-31',
        '',
        '## Timeline (UTC)',
        '',
        '- 23:58 page',
        '- 00:12 fixed',
        '- 23:50 x',
        '- 00:01 y',
      ),
    ).toEqual(['2026-12-31T23:58Z page', '2027-01-01T00:12Z fixed', '2027-01-01T23:50Z x', '2027-01-02T00:01Z y'])
  })

  it('takes a small step back for a slip, not for the next day', () => {
    expect(table('- 14:03 alert', '- 13:58 deploy')).toEqual(['2026-05-03T14:03Z alert', '2026-05-03T13:58Z deploy'])
  })
})

describe('timelines as headings, lines and logs', () => {
  it('reads `### HH:MM` with the words below', () => {
    expect(table('### 14:03', '', 'alert', '', '### 14:20 fixed', '', 'More words.')).toEqual([
      '2026-05-03T14:03Z alert',
      '2026-05-03T14:20Z fixed',
    ])
  })

  it('reads lines of a paragraph and of quotes', () => {
    expect(table('14:03 UTC: alert', '14:20 UTC: fixed')).toEqual([
      '2026-05-03T14:03Z alert',
      '2026-05-03T14:20Z fixed',
    ])
    expect(table('> 14:03 alert', '> 14:20 fixed')).toHaveLength(2)
  })

  it('reads a pasted log where nothing else tells a time, with any line endings', () => {
    const log = [...DAY, '## Timeline (UTC)', '', '```', '14:03 alert', '14:20 fixed', '```', '']
    const expected = parsePostmortem(log.join('\n')).timeline.map(({ at }) => at)
    expect(expected).toHaveLength(2)
    expect(parsePostmortem(log.join('\r')).timeline.map(({ at }) => at)).toEqual(expected)
  })

  it('reads text taken out of a PDF', () => {
    expect(
      rows(
        'Storage slow',
        '',
        'Date      3 May 2026',
        '',
        'Summary',
        'The storage was slow.',
        '',
        'Timeline (all times in East African Time)',
        '17:03   alert',
        '17:20   fixed',
      ),
    ).toEqual(['2026-05-03T14:03Z alert', '2026-05-03T14:20Z fixed'])
  })
})

describe('where the zone and the day come from', () => {
  it.each([
    ['its heading', '## Timeline (PDT)', ''],
    ['a note above', '## Timeline', 'All times are in PDT.'],
    ['a place in its heading', '## Timeline (Pacific Time)', ''],
  ])('%s', (_, heading, note) => {
    expect(rows(...DAY, heading, '', note, '', '- 07:03 alert')).toEqual(['2026-05-03T14:03Z alert'])
  })

  it('a title without a year, and the year from the text', () => {
    expect(
      rows('# Outage on 3rd May', '', 'First seen in 2026: on 1 January 2026.', '', '## Timeline', '', '- 14:03 alert'),
    ).toEqual(['2026-05-03T14:03Z alert'])
  })

  it('says why a time has no moment', () => {
    const { timeline, problems } = parsePostmortem('# T\n\n## Timeline\n\n- 14:03 alert\n- 25:10 page\n')
    expect(timeline.map(({ at }) => at)).toEqual([null, null])
    expect(problems.map(({ code }) => code)).toEqual(['no-day', 'impossible-time'])
  })
})

describe('timelines told from a start, in a zone of the metadata, or above their times', () => {
  const told = ['2026-05-03T13:50Z bundle published', '2026-05-03T14:05Z alert', '2026-05-03T15:10Z fixed']

  it('counts from the start that the text states', () => {
    expect(
      rows(
        ...DAY,
        'T = 14:00 UTC',
        '',
        '## Timeline',
        '',
        '- T-10m: bundle published',
        '- T+5 min: alert',
        '- T+1h10m fixed',
      ),
    ).toEqual(told)
  })

  it('counts from the start in the metadata', () => {
    const lines = [
      '| Elapsed | Event |',
      '|---|---|',
      '| T-00:10 | bundle published |',
      '| T+5m | alert |',
      '| T+01:10 | fixed |',
    ]
    expect(rows('# Down', '', 'Start: 2026-05-03 14:00 UTC', '', '## Timeline', '', ...lines)).toEqual(told)
  })

  it('says so where no start is known', () => {
    const { timeline, problems } = parsePostmortem('# Down\n\n## Timeline\n\n- T+5m alert\n- T+9m fixed\n')
    expect(timeline.map(({ at, text }) => `${at} ${text}`)).toEqual(['null alert', 'null fixed'])
    expect(problems.map(({ code }) => code)).toEqual(['no-start', 'no-start'])
  })

  it('takes the zone of the metadata where nothing nearer names one', () => {
    const head = ['# Down', '', 'Start time: 2026-05-03 10:03 EDT', 'End time: 2026-05-03 10:20 EDT', '']
    expect(rows(...head, '## Timeline', '', '- 10:03 am alert', '- 10:20 am fixed')).toEqual([
      '2026-05-03T14:03Z alert',
      '2026-05-03T14:20Z fixed',
    ])
    expect(rows(...head, '## Timeline (UTC)', '', '- 14:03 alert')).toEqual(['2026-05-03T14:03Z alert'])
  })

  it('reads the updates of a status page, whose times stand below', () => {
    expect(
      rows(
        ...DAY,
        '## Updates',
        '',
        '**Resolved**',
        'Errors are gone.',
        'Posted 2 months ago. May 03, 2026 - 14:20 UTC',
        '',
        '**Investigating**',
        'We are looking into errors.',
        'May 03, 14:03 UTC',
      ),
    ).toEqual([
      '2026-05-03T14:20Z Resolved Errors are gone.',
      '2026-05-03T14:03Z Investigating We are looking into errors.',
    ])
  })

  it('takes the description, not the status beside it, as the event', () => {
    expect(
      table(
        '| Time | Status | Description |',
        '|---|---|---|',
        '| 14:03 | Degraded | alert |',
        '| 14:20 | Normal | fixed |',
      ),
    ).toEqual(['2026-05-03T14:03Z alert', '2026-05-03T14:20Z fixed'])
    expect(table('| Time | Status |', '|---|---|', '| 14:03 | Degraded |')).toEqual(['2026-05-03T14:03Z Degraded'])
  })
})
