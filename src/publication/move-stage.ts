/** The moves between stages that are nobody's signature: opening the review, returning for rework, reopening. */
import type { Instant } from '../base/instant.ts'
import { type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import { type Appended, appendEntry } from '../record/append-entry.ts'
import { readRecord } from '../record/read-record.ts'
import { type GateFinding, gateRefusal } from '../signoff/gate-findings.ts'
import { type StageInput, stageOf } from './stage.ts'

/** One move. `reason` is asked for on the way back; `gateFindings` are those of the gate `review`, for the way in. */
export interface MoveStageRequest extends Omit<StageInput, 'entries' | 'postmortem'> {
  readonly move: 'open-review' | 'reopen' | 'return'
  readonly postmortem: Postmortem
  readonly recordText: string
  readonly reason?: string
  readonly gateFindings: readonly GateFinding[]
  readonly at: Instant
  readonly actor: string
}

/**
 * Refused without a reason (`reason-missing`), where findings stand before the review (`gate-closed`), where the review is open already
 * (`review-open`), where a draft would be sent back (`still-draft`), or where a published one would be returned (`published`).
 */
export function moveStage(request: MoveStageRequest): Result<Appended<'reopened' | 'returned' | 'review-opened'>> {
  const { move, postmortem, recordText, gateFindings, at, actor } = request
  const reason = request.reason?.trim() ?? ''
  if (move !== 'open-review' && reason === '')
    return refuse('reason-missing', 'It goes back only with a reason. Say why.')
  const { stage } = stageOf({ ...request, entries: readRecord(recordText).entries })
  const common = { actor, at, documentText: postmortem.source }
  if (move === 'open-review') {
    if (stage !== 'draft')
      return refuse('review-open', `The postmortem is "${stage}", so its review was opened before.`)
    const gate = gateRefusal('Opening the review', gateFindings)
    if (gate) return { ok: false, refusal: gate }
    return appendEntry(recordText, { ...common, verb: 'review-opened', data: reason === '' ? {} : { note: reason } })
  }
  if (stage === 'draft') return refuse('still-draft', 'The postmortem is a draft, so there is nothing to take back.')
  if (move === 'return' && (stage === 'published' || stage === 'closed'))
    return refuse('published', `The postmortem is "${stage}". Reopen it instead, which voids its signatures.`)
  return appendEntry(recordText, { ...common, verb: move === 'return' ? 'returned' : 'reopened', data: { reason } })
}
