/** The all-hands from the command line: put on the agenda, and attested afterwards. */
import { applyEdits } from '../base/edit.ts'
import { allHandsState, attestAllHands, scheduleAllHands } from '../publication/all-hands.ts'
import { receiptEdits } from '../publication/receipts.ts'
import { audienceOf } from '../publication/redaction.ts'
import { readRecord } from '../record/read-record.ts'
import type { Settings } from './config/settings.ts'
import type { CommandContext } from './context.ts'
import { failureOf } from './failure.ts'
import { type OpenPostmortem, savePostmortem } from './postmortem-files.ts'

/** Puts it on the agenda of a day; false where it stands there already. Refused for a restricted one. */
export async function planAllHands(
  context: CommandContext,
  opened: OpenPostmortem,
  actor: string,
  date: string,
): Promise<boolean> {
  const { postmortem, recordText } = opened
  requireOpen(opened)
  const at = context.now()
  const state = allHandsState(readRecord(recordText).entries, at)
  if (state.state === 'scheduled' && state.date === date) return false
  const done = scheduleAllHands({ postmortem, recordText, at, actor, date })
  if (!done.ok) throw failureOf('refused', done.refusal)
  await savePostmortem(opened, { recordText: done.value.text })
  return true
}

/** Attests that the all-hands of a day discussed it, and ticks its box; false where that stands already. */
export async function attestHeld(
  context: CommandContext,
  settings: Settings,
  opened: OpenPostmortem,
  actor: string,
  { date, link }: { readonly date: string; readonly link: string },
): Promise<boolean> {
  const { postmortem, recordText, source } = opened
  requireOpen(opened)
  const at = context.now()
  const state = allHandsState(readRecord(recordText).entries, at)
  let record = recordText
  if (state.state !== 'held' || state.receipt.data.reference !== link.trim()) {
    const done = attestAllHands({ postmortem, recordText, at, actor, who: actor, date, link })
    if (!done.ok) throw failureOf('refused', done.refusal)
    record = done.value.text
  }
  const text = applyEdits(source, receiptEdits(postmortem, readRecord(record).entries, settings.publication.targets))
  if (!text.ok) throw failureOf('refused', text.refusal)
  const changed = text.value !== source || record !== recordText
  if (changed) await savePostmortem(opened, { text: text.value, recordText: record })
  return changed
}

/** A room full of people is a publication like any other. */
function requireOpen({ postmortem, file }: OpenPostmortem): void {
  const audience = audienceOf(postmortem)
  if (!audience.ok) throw failureOf('refused', { ...audience.refusal, where: { file } })
}
