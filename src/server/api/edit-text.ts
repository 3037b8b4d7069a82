/** Edits of a text that were made against some revision: applied, joined with what came since, or refused with both versions. */

import { ok, type Result } from '../../base/result.ts'
import { mergeTexts } from '../../document/merge-texts.ts'
import type { ChangedPostmortem } from '../store/postmortem-text.ts'
import { findRevision } from '../store/revisions.ts'
import { changedText } from './changed-text.ts'
import { ApiFailure } from './failure.ts'
import { type ChangeCall, type ChangeWords, changeSeen } from './postmortem-access.ts'

/** Makes a new text from that of a revision; living parts and signed words are refused as `canEditText` refuses. */
export async function editText(
  call: ChangeCall,
  id: string,
  words: Omit<ChangeWords, 'anyRevision'>,
  base: number,
  make: (text: string) => Result<string>,
): Promise<ChangedPostmortem> {
  return changeSeen(call, id, { ...words, anyRevision: true }, async (opened) => {
    const revision = await findRevision(call.tx, id, base)
    if (!revision)
      throw new ApiFailure(
        'stale',
        'revision-unknown',
        `There is no revision ${base} of ${id}; the newest is ${opened.revision}. Read it again, and send its ETag.`,
        { more: { yours: base, current: opened.revision } },
      )
    const mine = make(revision.text)
    if (!mine.ok) return mine
    const merged = mergeTexts(revision.text, mine.value, opened.text)
    if (!merged.ok)
      throw new ApiFailure(
        'stale',
        'revision-conflict',
        `Your edits were made against revision ${base}, and revision ${opened.revision} changed the same words; nothing was written. Look at both versions, and edit the newest.`,
        { more: { yours: base, current: opened.revision, conflicts: merged.conflicts.slice(0, 20) } },
      )
    const text = changedText(call.house, opened, merged.text)
    return text.ok ? ok({ text: text.value }) : text
  })
}
