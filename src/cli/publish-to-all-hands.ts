/** The all-hands from the command line: put on the agenda, and attested afterwards. */
import { allHandsState, scheduleAllHands } from '../publication/all-hands.ts'
import { attestAndTick } from '../publication/attest-and-tick.ts'
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
  const configured = settings.publication.targets
  const done = attestAndTick({ postmortem, recordText, at: context.now(), actor, date, link, configured })
  if (!done.ok) throw failureOf('refused', done.refusal)
  const changed = done.value.text !== source || done.value.recordText !== recordText
  if (changed) await savePostmortem(opened, done.value)
  return changed
}

/** A room full of people is a publication like any other. */
function requireOpen({ postmortem, file }: OpenPostmortem): void {
  const audience = audienceOf(postmortem)
  if (!audience.ok) throw failureOf('refused', { ...audience.refusal, where: { file } })
}
