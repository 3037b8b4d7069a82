/** The edits that lead from one text to another, word by word. */
import type { Edit } from '../base/edit.ts'
import { wordDifferences } from './word-differences.ts'

/** In order, none touching another; applied to the first text they give the second. */
export function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let open: { from: number; to: number; text: string } | null = null
  for (const { change, text } of wordDifferences(before, after)) {
    if (change === 'same') {
      if (open) edits.push(open)
      open = null
      at += text.length
      continue
    }
    open ??= { from: at, to: at, text: '' }
    if (change === 'added') open.text += text
    else {
      at += text.length
      open.to = at
    }
  }
  if (open) edits.push(open)
  return edits
}
