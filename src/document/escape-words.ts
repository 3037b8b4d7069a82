/** Plain words as inline Markdown that reads as exactly these words, with no more backslashes than needed. */
import { oneLine } from './one-line.ts'

const BARE_ADDRESS = /https?:\/\/[^\s<>|\\`[\]"]+/g
const AFTER_ADDRESS = ".,;:!?)*_~'"
/** Above this many brackets or pipes in one value entities stand for them, so that the guard's limits on a line are not met. */
const MANY = 40

/** Escapes what Markdown would read as marks, wherever it stands. Line endings become blanks. */
export function escapeWords(text: string): string {
  const words = oneLine(text)
  const out: string[] = []
  let done = 0
  for (const match of words.matchAll(BARE_ADDRESS)) {
    const from = match.index
    let length = match[0].length
    while (AFTER_ADDRESS.includes(match[0][length - 1]!)) length--
    const address = match[0].slice(0, length)
    out.push(escapeMarks(words, done, from))
    const plain = escapeMarks(words, from, from + address.length)
    // Between `<` and `>` an address keeps its underscores and stays a link.
    out.push(plain === address || /&[a-z#]/i.test(address) ? plain : `<${address}>`)
    done = from + address.length
  }
  out.push(escapeMarks(words, done, words.length))
  const escaped = out.join('')
  return count(words, '[') + count(words, '|') > MANY
    ? escaped.replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;').replaceAll('|', '&#124;')
    : escaped
}

function escapeMarks(words: string, from: number, to: number): string {
  const manyTildes = words.indexOf('~') !== words.lastIndexOf('~')
  let out = ''
  for (let at = from; at < to; at++) {
    const mark = words[at]!
    out += isMark(mark, words[at - 1] ?? ' ', words.slice(at + 1, at + 34), manyTildes) ? `\\${mark}` : mark
  }
  return out
}

function isMark(mark: string, before: string, after: string, manyTildes: boolean): boolean {
  switch (mark) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
      return true
    case '_':
      return !(/[A-Za-z0-9]/.test(before) && /^[A-Za-z0-9]/.test(after))
    case '~':
      return manyTildes
    case '<':
      return /^[A-Za-z/!?]/.test(after)
    case '&':
      return /^(?:#?[A-Za-z0-9]{1,32});/.test(after)
    default:
      return false
  }
}

function count(words: string, mark: string): number {
  let found = 0
  for (let at = words.indexOf(mark); at >= 0; at = words.indexOf(mark, at + 1)) found++
  return found
}
