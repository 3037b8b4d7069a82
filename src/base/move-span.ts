/** Carries a place in a text over to the text after some edits. */
import type { Edit } from './edit.ts'
import type { Span } from './span.ts'

/**
 * Where a span stands after edits (in order, none overlapping). What is inserted at either end stays outside; words that are changed inside
 * stay inside. `whole` is false where an edit touched its words; null where all of them are gone.
 */
export function moveSpan(span: Span, edits: readonly Edit[]): (Span & { readonly whole: boolean }) | null {
  let shift = 0
  let { from, to } = span
  let whole = true
  let kept = span.to - span.from
  let grown = 0
  for (const edit of edits) {
    const more = edit.text.length - (edit.to - edit.from)
    if (edit.to <= span.from && !(edit.from === edit.to && edit.from === span.from && span.from === span.to)) {
      shift += more
      continue
    }
    if (edit.from >= span.to) break
    whole = false
    const inside = Math.min(edit.to, span.to) - Math.max(edit.from, span.from)
    kept -= inside
    grown += more
    // Of an edit that reaches over an end, the new words stay outside.
    if (edit.from < span.from) {
      from = edit.to
      shift += more
      grown -= more
    } else if (edit.to > span.to) {
      to = edit.from
      grown -= more
    }
  }
  if (kept <= 0 && span.to > span.from) return null
  return { from: from + shift, to: to + shift + grown, whole }
}
