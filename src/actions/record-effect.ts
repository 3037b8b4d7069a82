/** Records whether a verified action item had the effect that it was for, 30 and 90 days on. */
import type { Edit } from '../base/edit.ts'
import { type Instant, utcDay } from '../base/instant.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import type { ParseOptions } from '../document/parse.ts'
import { appendEntry } from '../record/append-entry.ts'
import type { Entry } from '../record/entry.ts'
import { readRecord } from '../record/read-record.ts'
import { cellEdit } from '../signoff/cell-edit.ts'
import { findItem } from './find-item.ts'
import { livingChange } from './living-edits.ts'

/** What was seen of which item. */
export interface RecordEffectRequest {
  readonly postmortem: Postmortem
  readonly parseOptions?: ParseOptions
  readonly recordText: string
  readonly item: string
  readonly verdict: 'effective' | 'ineffective' | 'unproven'
  /** Days after verified. */
  readonly after: 30 | 90
  readonly note?: string
  readonly at: Instant
  readonly actor: string
}

/** The document and the record after it. */
export interface RecordedEffect {
  readonly edits: readonly Edit[]
  readonly text: string
  readonly recordText: string
  readonly entry: Entry<'effect-verdict'>
}

/**
 * Writes the verdict into the Effect cell, where there is one, and into the record. Refused for an item that is not verified (`not-verified`) or
 * before the day has come (`effect-too-early`). An ineffective item stays verified until it is opened again by a move of its own.
 */
export function recordEffect(request: RecordEffectRequest): Result<RecordedEffect> {
  const { postmortem, recordText, verdict, after, note, at, actor } = request
  const found = findItem(postmortem, readRecord(recordText).entries, request.item)
  if (!found.ok) return found
  const { key, status, item, effectChecks } = found.value
  if (status !== 'verified')
    return refuse('not-verified', `${key} is "${status}". Its effect is looked at once it was verified.`)
  const check = effectChecks.find((one) => one.after === after)
  if (check && check.day > utcDay(at))
    return refuse(
      'effect-too-early',
      `The effect of ${key} is looked at ${after} days after it was verified, on ${check.day}.`,
    )
  const edits = item.form === 'table' && item.effect ? [cellEdit(postmortem.source, item.effect.span, verdict)] : []
  const change = livingChange(postmortem, edits, request.parseOptions) ?? { edits: [], after: postmortem }
  const appended = appendEntry(recordText, {
    verb: 'effect-verdict',
    data: { item: key, verdict, after, ...(note?.trim() ? { note: note.trim() } : {}) },
    actor,
    at,
    documentText: change.after.source,
  })
  if (!appended.ok) return appended
  const { text: record, entry } = appended.value
  return ok({ edits: change.edits, text: change.after.source, recordText: record, entry })
}
