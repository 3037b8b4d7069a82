import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'

describe('a timeline as a table', () => {
  it('knows the column of the event by its name, even where its words begin with times', () => {
    const rows = ['14:00 alert fired', '14:05 Bo Sample acknowledged', '14:20 rolled back'].map(
      (words, index) => `| 2026-05-01 14:${String(index).padStart(2, '0')} | ${words} |`,
    )
    const { timeline } = parsePostmortem(`# X\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${rows.join('\n')}\n`)
    expect(timeline.map(({ text }) => text)).toEqual([
      '14:00 alert fired',
      '14:05 Bo Sample acknowledged',
      '14:20 rolled back',
    ])
  })
})
