import { describe, expect, it } from 'vitest'
import { plainWords } from './plain-words.ts'

describe('plainWords', () => {
  it.each([
    ['no marks', 'no marks'],
    ['**bold** and *thin* and ~~gone~~', 'bold and thin and gone'],
    ['snake_case and _thin_', 'snake_case and thin'],
    ['`code *as is*`', 'code *as is*'],
    ['[words](https://example.com/a(b)) after', 'words after'],
    ['![picture](a.png)', 'picture'],
    ['[x] stays', '[x] stays'],
    ['a <b>tag</b> and <!-- note --> more', 'a tag and more'],
    ['<https://example.com>', 'https://example.com'],
    ['a &amp; b &lt; c', 'a & b < c'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['\\*not bold\\*', '*not bold*'],
    ['two\nlines  and\tblanks', 'two lines and blanks'],
    ['an unclosed `mark and **one', 'an unclosed `mark and **one'],
  ])('%j', (source, words) => {
    expect(plainWords(source)).toBe(words)
  })
})
