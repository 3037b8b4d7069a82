/** Attests an all-hands and ticks its box, both or neither. */
import { applyEdits } from '../base/edit.ts'
import type { Instant } from '../base/instant.ts'
import { ok, type Result } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import { readRecord } from '../record/read-record.ts'
import { allHandsState, attestAllHands } from './all-hands.ts'
import { receiptEdits } from './receipts.ts'
import { audienceOf } from './redaction.ts'

/** Who says that the all-hands of which day discussed it, and where that is written. */
export interface AttestRequest {
  readonly postmortem: Postmortem
  readonly recordText: string
  readonly actor: string
  readonly at: Instant
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly link: string
  /** The configured targets. */
  readonly configured: readonly string[]
}

/** What is attested already is not recorded twice. Refused as `attestAllHands`, and for a restricted one (`restricted`). */
export function attestAndTick(request: AttestRequest): Result<{ readonly text: string; readonly recordText: string }> {
  const { postmortem, recordText, actor, at, date, link, configured } = request
  const audience = audienceOf(postmortem)
  if (!audience.ok) return audience
  const state = allHandsState(readRecord(recordText).entries, at)
  let record = recordText
  if (state.state !== 'held' || state.receipt.data.reference !== link.trim()) {
    const done = attestAllHands({ postmortem, recordText, at, actor, who: actor, date, link })
    if (!done.ok) return done
    record = done.value.text
  }
  const text = applyEdits(postmortem.source, receiptEdits(postmortem, readRecord(record).entries, configured))
  return text.ok ? ok({ text: text.value, recordText: record }) : text
}
