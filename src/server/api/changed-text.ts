/** A new text of a verb that writes words: refused where a signature would break or a living part would change. */
import { canEditText } from '../../actions/can-edit-text.ts'
import { ok, type Result } from '../../base/result.ts'
import { parsePostmortem } from '../../document/parse.ts'
import { readRecord } from '../../record/read-record.ts'
import type { House } from '../house.ts'
import type { OpenedPostmortem } from '../store/postmortem-text.ts'

/** The text itself, where it may stand in place of the opened one. */
export function changedText(house: House, opened: OpenedPostmortem, text: string): Result<string> {
  if (text === opened.text) return ok(text)
  const after = parsePostmortem(text, { severityWords: house.rules.policy.severityWords })
  const may = canEditText(opened.postmortem, after, readRecord(opened.recordText).entries)
  return may.ok ? ok(text) : may
}
