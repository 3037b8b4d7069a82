/** What of a refused edit is worth keeping. */
import type { Edit } from '../../base/edit.ts'
import { LIMITS } from './pace.ts'
import { textEdits } from './text-edits.ts'

/** The edits of a suggestion, or null where they are nothing, or too much to keep. */
export function suggestedEdits(base: string, text: string): readonly Edit[] | null {
  // No text of a suggestion is kept that could not be kept as a text.
  const edits = textEdits(base, text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', ''))
  const size = edits.reduce((sum, { text: words }) => sum + words.length, 0)
  return edits.length > 0 && size <= LIMITS.suggestion ? edits : null
}
