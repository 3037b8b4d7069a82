/** Applies edits that may touch nothing but living parts. */
import { applyEdits, type Edit } from '../base/edit.ts'
import type { Postmortem } from '../document/model.ts'
import { type ParseOptions, parsePostmortem } from '../document/parse.ts'
import { signedDigest } from '../signoff/signed-digest.ts'

/** The edits that were made, and the document with them, parsed. */
export interface LivingChange {
  readonly edits: readonly Edit[]
  readonly after: Postmortem
}

/** The change, or null where the edits do not fit the text or would change what signatures cover. */
export function livingChange(
  postmortem: Postmortem,
  edits: readonly Edit[],
  options: ParseOptions | undefined,
): LivingChange | null {
  if (edits.length === 0) return { edits, after: postmortem }
  const text = applyEdits(postmortem.source, edits)
  if (!text.ok) return null
  const after = parsePostmortem(text.value, options)
  return signedDigest(after).root === signedDigest(postmortem).root ? { edits, after } : null
}
