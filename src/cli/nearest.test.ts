import { expect, it } from 'vitest'
import { nearest } from './nearest.ts'

it.each([
  ['chekc', 'check'],
  ['draftHour', 'draftHours'],
  ['SHOW', 'show'],
  ['sohw', 'show'],
  ['zebra', null],
  ['', null],
])('finds what %j was meant to be', (word, expected) => {
  expect(nearest(word, ['check', 'show', 'draftHours'])).toBe(expected)
})
