/** Writes words into one cell of a Markdown table without touching anything around it. */
import type { Edit } from '../base/edit.ts'
import type { Span } from '../base/span.ts'

/** Words as they may stand in a cell: on one line, pipes escaped, no control characters, no backslash at the end. */
export function cellText(words: string): string {
  return words
    .replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .replace(/\\*\|/g, '\\|')
    .trim()
    .replace(/\\+$/, '')
}

/**
 * The edit that makes words the content of a cell whose content has this span (empty for a blank cell). The blanks around a content stay; a
 * blank cell keeps its width where the words fit into it.
 */
export function cellEdit(source: string, span: Span, words: string): Edit {
  const text = cellText(words)
  if (span.from < span.to) return { from: span.from, to: span.to, text: text === '' ? ' ' : text }
  let { from, to } = span
  while (isBlank(source[from - 1])) from--
  while (isBlank(source[to])) to++
  if (text === '') return { from, to: from, text: '' }
  const padded = ` ${text} `.padEnd(to - from)
  return { from, to, text: padded }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}
