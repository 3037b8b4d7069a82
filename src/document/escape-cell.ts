/** Plain words as the content of one cell of a table. */
import { escapeWords } from './escape-words.ts'

/** The words on one line, with marks and pipes escaped, so that they can neither end the cell nor become markup. */
export function escapeCell(text: string): string {
  return escapeWords(text).replaceAll('|', '\\|')
}
