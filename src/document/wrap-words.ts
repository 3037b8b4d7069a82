/** Breaks words into lines by the columns they take in a terminal or a mail. */
import { charactersOf, displayWidth } from '../base/display-width.ts'

const ASCII = /^[\x20-\x7e]*$/

/** Lines of at most `width` columns. Line endings in the text stay; a long address is not broken, a script without blanks is. */
export function wrapWords(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(1, width)))
}

function wrapLine(text: string, width: number): string[] {
  if (text.length <= width && ASCII.test(text)) return [text.trim()]
  const lines: string[] = []
  let line: string[] = []
  let taken = 0
  const end = () => {
    lines.push(line.join(''))
    line = []
    taken = 0
  }
  for (const word of text.split(' ')) {
    if (word === '') continue
    const size = displayWidth(word)
    if (taken > 0 && taken + 1 + size > width) end()
    if (taken > 0) {
      line.push(' ')
      taken++
    }
    if (size <= width || ASCII.test(word)) {
      line.push(word)
      taken += size
      continue
    }
    for (const character of charactersOf(word)) {
      if (taken > 0 && taken + character.width > width) end()
      line.push(character.text)
      taken += character.width
    }
  }
  end()
  return lines
}
