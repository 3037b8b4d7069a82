/** Where lines begin and end around a place in a text. */

/** The start of the line that holds this place. */
export function lineStart(source: string, offset: number): number {
  let at = offset
  while (at > 0 && !isBreak(source[at - 1])) at--
  return at
}

/** The end of the line that holds this place, before its line ending. */
export function lineEnd(source: string, offset: number): number {
  let at = offset
  while (at < source.length && !isBreak(source[at])) at++
  return at
}

/** The start of the line after the one that holds this place; the end of the text where there is none. */
export function nextLine(source: string, offset: number): number {
  const end = lineEnd(source, offset)
  return source[end] === '\r' && source[end + 1] === '\n' ? end + 2 : Math.min(end + 1, source.length)
}

/** The end (before its line ending) of the last line with words above the line that holds this place; else the text's start. */
export function previousWordsEnd(source: string, offset: number): number {
  let at = lineStart(source, offset)
  while (at > 0) {
    let end = at - 1
    if (source[end] === '\n' && source[end - 1] === '\r') end--
    const start = lineStart(source, end)
    if (source.slice(start, end).trim() !== '') return end
    at = start
  }
  return source.charCodeAt(0) === 0xfeff ? 1 : 0
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}
