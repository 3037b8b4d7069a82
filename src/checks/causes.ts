/** The causes as the rules see them: those that a person wrote, and what Root cause does not state. */
import type { Span } from '../base/span.ts'
import type { Cause, CauseKind, Postmortem } from '../document/model.ts'
import { headingOf } from './places.ts'
import { remembered } from './remembered.ts'
import { isUnwritten } from './words/placeholder.ts'
import { termsOf } from './words/terms.ts'

/** Kinds of sections that hold causes, in the order in which a missing one is put there. */
export const CAUSE_SECTIONS = ['root-cause', 'five-whys', 'contributing-factors', 'trigger', 'missed-catch'] as const

/** The causes whose words are written. */
export const writtenCauses: (postmortem: Postmortem) => readonly Cause[] = remembered(({ causes }) =>
  causes.filter((cause) => !isUnwritten(cause.text)),
)

/** The running text under Root cause, where a person wrote it; else empty. */
export const causeProse: (postmortem: Postmortem) => string = remembered(({ rootCause }) =>
  rootCause && !isUnwritten(rootCause.text) ? rootCause.text : '',
)

/** The terms of each written cause, in the order of `writtenCauses`. */
export const causeTerms: (postmortem: Postmortem) => readonly ReadonlySet<string>[] = remembered((postmortem) =>
  writtenCauses(postmortem).map(({ text }) => termsOf(text)),
)

/** Whether anything about the cause is written. Rules about what it lacks are silent where nothing is. */
export function hasCause(postmortem: Postmortem): boolean {
  return writtenCauses(postmortem).length > 0 || causeProse(postmortem) !== ''
}

/** Whether it is told as a chain of whys, which needs no trigger, latent condition or factors. */
export function isFiveWhys(postmortem: Postmortem): boolean {
  return postmortem.causes.some((cause) => cause.kind === 'why')
}

/**
 * Where to say that a kind of cause is not stated: no label of that kind (a blank of the form counts as one), and no words of it in the
 * prose or the other causes. Null where it is, or where nothing is written at all.
 */
export function placeIfUnstated(postmortem: Postmortem, kind: CauseKind, cue: RegExp): Span | null {
  if (!hasCause(postmortem) || postmortem.causes.some((cause) => cause.kind === kind)) return null
  if (cue.test(causeProse(postmortem)) || writtenCauses(postmortem).some(({ text }) => cue.test(text))) return null
  return headingOf(postmortem, ...CAUSE_SECTIONS)
}
