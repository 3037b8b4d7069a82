import { describe, expect, it } from 'vitest'
import { findRows, rowKey } from './row-key.ts'

const row = (at: number, text: string, ...links: string[]) => ({ at, text, links })
const URL = 'https://chat.example.com/m/1'

describe('findRows', () => {
  it('finds a row by its words, wherever it was moved', () => {
    const key = rowKey(row(1, 'Alert fired'))
    expect(findRows([key], [row(9, 'Page sent'), row(5, ' alert  FIRED ')])).toEqual([1])
  })

  it('keeps a reworded row bound by its source link, the nearest where several carry it', () => {
    const key = rowKey(row(10, 'Alert fired', URL))
    expect(findRows([key], [row(90, 'Later', URL), row(11, 'The error rate alert fired', URL)])).toEqual([1])
  })

  it('keeps a reworded row without a link bound by its time, unless two rows could be meant', () => {
    const key = rowKey(row(10, 'Alert fired'))
    expect(findRows([key], [row(10, 'The error rate alert fired'), row(11, 'Other')])).toEqual([0])
    expect(findRows([key], [row(10, 'One'), row(10, 'Two')])).toEqual([null])
  })

  it('does not give a row that another fact is bound to by its words', () => {
    const keys = [rowKey(row(10, 'Alert fired')), rowKey(row(10, 'Page sent'))]
    expect(findRows(keys, [row(10, 'Alert fired')])).toEqual([0, null])
  })

  it('tells of a deleted row', () => {
    expect(findRows([rowKey(row(10, 'Alert fired', URL))], [row(20, 'Other')])).toEqual([null])
  })

  it('tells two rows of the same words apart by their time', () => {
    const rows = [row(1, 'Restarted'), row(2, 'Restarted')]
    expect(findRows(rows.map(rowKey), rows)).toEqual([0, 1])
  })
})
