import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'
import { splitIncidents } from './split-incidents.ts'
import { blankPostmortem } from './template.ts'

const split = (source: string) =>
  splitIncidents(parsePostmortem(source)).map(({ heading, span }) => [heading, source.slice(span.from, span.to)])

describe('several incidents on one page', () => {
  it('F10 offers each with all that lies below its heading', () => {
    const one = '## Checkout slow\n\n### Impact\n\nLate.\n\n### Root cause\n\nA pool.\n\n'
    const two = '## Search down\n\n### Impact\n\nNo results.\n\n### Root cause\n\nAn index.\n'
    expect(split(`# March\n\nTwo incidents.\n\n${one}${two}`)).toEqual([
      ['Checkout slow', one],
      ['Search down', two],
    ])
  })

  it('knows them by labelled bullets too', () => {
    const page = ['2026-04-02', '2026-04-03']
      .map(
        (day) =>
          `### Incident on ${day}\n\n- **Summary**: slow.\n- **Root cause**: a pool.\n- **Resolution**: a limit.\n`,
      )
      .join('\n')
    expect(split(`# Our outages\n\n## Second quarter\n\n${page}`).map(([heading]) => heading)).toEqual([
      'Incident on 2026-04-02',
      'Incident on 2026-04-03',
    ])
  })

  it.each([
    ['the template', blankPostmortem()],
    ['an empty text', ''],
    [
      'a timeline by days',
      '# Slow\n\n## Timeline\n\n### 2026-04-02\n\n- 10:00 alert\n\n### 2026-04-03\n\n- 10:00 fixed\n',
    ],
    [
      'two chapters that share nothing',
      '# A\n\n## Impact\n\nx\n\n## Timeline\n\n- 10:00 x\n\n# B\n\n## Lessons\n\ny\n\n## Actions\n\n- z\n',
    ],
  ])('takes %s for one incident', (_, source) => {
    expect(split(source)).toEqual([])
  })
})
