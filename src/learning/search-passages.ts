/** The passages of a text that hold the words of a query, with the words marked. */
import { queryTerms } from './search-index.ts'
import { searchTokens } from './search-tokens.ts'

/** A passage: its words, where it begins in the text, and the marks as offsets into it. */
export interface Passage {
  readonly text: string
  readonly from: number
  readonly marks: readonly { readonly from: number; readonly to: number }[]
}

/** Characters of a passage. */
const LENGTH = 240

/** Up to `most` passages, those with the most different words of the query first; none where none is in the text. */
export function searchPassages(text: string, query: string, most: number): Passage[] {
  const terms = new Set(queryTerms(query))
  const hits = searchTokens(text).filter(({ term }) => terms.has(term))
  const windows: { from: number; to: number; first: number; last: number; different: number }[] = []
  for (let first = 0; first < hits.length; ) {
    const seen = new Set<string>()
    let last = first
    while (last < hits.length && hits[last]!.to - hits[first]!.from <= LENGTH) seen.add(hits[last++]!.term)
    // A word longer than a passage still stands in one.
    if (last === first) seen.add(hits[last++]!.term)
    windows.push({ from: hits[first]!.from, to: hits[last - 1]!.to, first, last, different: seen.size })
    first = last
  }
  const chosen = windows.sort((a, b) => b.different - a.different || a.from - b.from).slice(0, most)
  return chosen.map(({ from, to, first, last }) => {
    const [start, end] = around(text, from, to)
    return {
      text: text.slice(start, end),
      from: start,
      marks: joined(hits.slice(first, last)).map((mark) => ({
        from: Math.min(mark.from, end) - start,
        to: Math.min(mark.to, end) - start,
      })),
    }
  })
}

/** As much around the words as fits, from a blank to a blank, on one line where the line is short enough. */
function around(text: string, from: number, to: number): [number, number] {
  const spare = Math.max(0, LENGTH - (to - from))
  let start = Math.max(0, from - Math.floor(spare / 3))
  let end = Math.min(text.length, Math.max(start + LENGTH, Math.min(to, start + 2 * LENGTH)))
  const line = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1
  if (line > start) start = line
  else while (start > 0 && start < from && !/\s/.test(text[start - 1]!)) start++
  while (end < text.length && end > to && !/\s/.test(text[end]!)) end--
  return [start, end]
}

/** Pairs of neighbours overlap; marks do not. */
function joined(hits: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const marks: { from: number; to: number }[] = []
  for (const { from, to } of hits) {
    const last = marks.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else marks.push({ from, to })
  }
  return marks
}
