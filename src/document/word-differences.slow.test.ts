import { describe, expect, it } from 'vitest'
import { wordDifferences } from './word-differences.ts'

describe('comparing two revisions', () => {
  it('compares 200,000 lines that share nothing without comparing each with each', () => {
    const [old, now] = ['a', 'b'].map((word) =>
      Array.from({ length: 200_000 }, (_, index) => `${word}${index}\n`).join(''),
    )
    expect(wordDifferences(old!, now!)).toEqual([
      { change: 'removed', text: old!.trimEnd() },
      { change: 'added', text: now!.trimEnd() },
      { change: 'same', text: '\n' },
    ])
  })
})
