import { describe, expect, it } from 'vitest'
import { tableCells } from './table-cells.ts'

describe('tableCells', () => {
  it.each([
    ['| a | b |', ['a', 'b']],
    ['a | b', ['a', 'b']],
    ['| a | |', ['a', '']],
    ['| | b |', ['', 'b']],
    ['| a \\| still a | b |', ['a \\| still a', 'b']],
    ['|a|b', ['a', 'b']],
  ])('%j', (line, cells) => {
    expect(tableCells(line).map(({ from, to }) => line.slice(from, to))).toEqual(cells)
  })

  it('leaves out the marks of quotes around it', () => {
    const line = '> | a | b |'
    expect(tableCells(line, 1).map(({ from, to }) => line.slice(from, to))).toEqual(['a', 'b'])
  })
})
