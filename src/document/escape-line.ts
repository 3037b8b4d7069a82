/** Plain words as a paragraph, a bullet's words, a heading's words or the value after a label. */
import { escapeWords } from './escape-words.ts'

const LEADING = /^(?:[#>+=:?~-]|\d{1,9}[.)](?=\s|$))/
const FULL_WIDTH_COLON = '：'

/** The words on one line, with marks escaped, and with what would open a list, a heading, a quote or a label at its start. */
export function escapeLine(text: string): string {
  let words = escapeWords(text)
  const leading = LEADING.exec(words)?.[0]
  if (leading) words = `${leading.slice(0, -1)}\\${words.slice(leading.length - 1)}`
  else if (words.startsWith(FULL_WIDTH_COLON)) words = `&#65306;${words.slice(1)}`
  return withNumberSigns(words)
}

/** A heading would lose number signs at its end. */
function withNumberSigns(words: string): string {
  let from = words.length
  while (from > 0 && words[from - 1] === '#') from--
  return from === words.length || words[from - 1] === '\\' ? words : `${words.slice(0, from)}\\${words.slice(from)}`
}
