/** Edits that belong to one revision of a text: refused where the text has moved on. */
import { digest } from './digest.ts'
import { applyEdits, type Edit } from './edit.ts'
import { type Result, refuse } from './result.ts'

/**
 * Applies edits that were made against the text with this SHA-256 (hexadecimal). Refused with `edits-stale`, which names both
 * revisions, where the source is another, and as `applyEdits` refuses.
 */
export function applyToRevision(source: string, revision: string, edits: readonly Edit[]): Result<string> {
  const current = digest(source)
  if (current === revision) return applyEdits(source, edits)
  return refuse(
    'edits-stale',
    `These edits were made against revision ${short(revision)}, and the text is at revision ${short(current)}; nothing was changed. ` +
      'Read the text again and make them anew.',
  )
}

function short(revision: string): string {
  return revision.slice(0, 12)
}
