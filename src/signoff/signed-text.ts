/** The text that a signature covers: everything but the living parts. */
import type { Span } from '../base/span.ts'
import type { Postmortem } from '../document/model.ts'
import { plainLines } from '../record/text-digest.ts'
import { type LivingPart, livingParts } from './living-parts.ts'

/** What stands in the signed text for a living cell or mark. No text can hold it, since a NUL of its own is doubled. */
const PLACEHOLDER = '\0living'

/**
 * The signed text of a stretch of the source: LF line endings, no byte order mark, placeholders for cells and marks, receipts and the
 * sign-off table left out, a NUL doubled. `parts` are the living parts that begin in it.
 */
export function signedText(
  postmortem: Postmortem,
  span: Span = { from: 0, to: postmortem.source.length },
  parts: readonly LivingPart[] = livingParts(postmortem),
): string {
  const { source } = postmortem
  const pieces: string[] = []
  let done = span.from
  for (const part of parts) {
    pieces.push(literal(source.slice(done, part.from)))
    if (part.kind === 'cell' || part.kind === 'mark') pieces.push(PLACEHOLDER)
    done = part.to
  }
  pieces.push(literal(source.slice(Math.min(done, span.to), span.to)))
  return plainLines(pieces.join(''))
}

function literal(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\0\0') : text
}
