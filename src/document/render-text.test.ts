import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../base/display-width.ts'
import { sampleRuns } from '../base/sample-runs.ts'
import { renderText } from './render-text.ts'
import { blankPostmortem } from './template.ts'

describe('plain text of a postmortem', () => {
  it('underlines headings, wraps words and keeps lists in their columns', () => {
    const source =
      '# Checkout slow\n\n## Summary\n\nFrom 14:03 on *every* order took `40 s` at checkout.\n\n- one\n- two words that go on\n  - inner\n1. first\n2. [ ] second\n'
    expect(renderText(source, { width: 24 })).toBe(`Checkout slow
=============

Summary
-------

From 14:03 on every
order took 40 s at
checkout.

- one
- two words that go on
  - inner

1. first
2. [ ] second
`)
  })

  it('aligns tables by the columns that characters take, and wraps their cells', () => {
    const source = '| Time | Event |\n|---|---|\n| 14:03 | 障害を検知した |\n| 9:1 | 👩‍🚒 looked at the board |\n'
    expect(renderText(source, { width: 24 })).toBe(`Time   Event
-----  -----------------
14:03  障害を検知した
9:1    👩‍🚒 looked at the
       board
`)
  })

  it('tells a table that does not fit row by row', () => {
    const source = `| ${'abcd'.split('').join(' | ')} |\n|---|---|---|---|\n| 1 | 2 |  | 4 |\n| 5 | | | |\n`
    expect(renderText(source, { width: 20 })).toBe('a: 1\nb: 2\nd: 4\n\na: 5\n')
  })

  it('writes the addresses of links, quotes, code, and no comments', () => {
    const source =
      '> see [the page](https://a.example/x) and <https://b.example>\n>\n> more\n\n```\na\tb\n```\n\n<!-- hidden -->\n\n<b>shown</b>\n\n---\n'
    expect(renderText(source, { width: 60 })).toBe(
      `> see the page (https://a.example/x) and https://b.example\n>\n> more\n\n    a    b\n\n<b>shown</b>\n\n${'-'.repeat(60)}\n`,
    )
  })

  it('F07 shows what a terminal would obey', () => {
    expect(renderText('a\u202eb \u001b[31mred')).toBe('a\\u{202e}b \\u{1b}[31mred\n')
    expect(renderText('```\n\u001b]0;x\u0007\n```')).toBe('    \\u{1b}]0;x\\u{7}\n')
  })

  it('keeps every line within the width, but for one long address', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              '- ',
              '> ',
              '\n',
              '\n\n',
              '| a | b |\n|---|---|\n| c | d |\n',
              '障害',
              'שלום',
              '👩‍🚒 ',
              '# ',
            ),
            fc.string({ maxLength: 10 }),
          ),
          { maxLength: 30 },
        ),
        fc.integer({ min: 40, max: 90 }),
        (pieces, width) => {
          for (const line of renderText(pieces.join(''), { width }).split('\n'))
            if (line.includes(' ') && !/\S{20}/.test(line) && !line.startsWith('    '))
              expect(displayWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
      { seed: 20261123, numRuns: sampleRuns(500) },
    )
  })

  it('renders the template', () => {
    const text = renderText(blankPostmortem(), { width: 100 })
    expect(text).toContain('Timeline (UTC)\n--------------\n\nTime   Event\n')
    expect(text).toMatch(/^ID {2}Description +Owner +Ticket +Due +Status$/m)
    expect(renderText('')).toBe('')
  })
})
