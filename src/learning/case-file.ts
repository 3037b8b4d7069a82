/** One postmortem with its record, as reviews over many look at it. */
import type { ItemState } from '../actions/item-state.ts'
import { itemStates } from '../actions/item-state.ts'
import { utcDay } from '../base/instant.ts'
import type { Postmortem } from '../document/model.ts'
import { audienceOf } from '../publication/redaction.ts'
import type { Stage } from '../publication/stage.ts'
import { stageOf } from '../publication/stage.ts'
import type { Entry } from '../record/entry.ts'
import { requiredSignatures, type SignaturePolicy } from '../signoff/required-signatures.ts'

/** A postmortem, read once. */
export interface CaseFile {
  readonly file: string
  readonly postmortem: Postmortem
  readonly entries: readonly Entry[]
  readonly incident: string | null
  readonly title: string
  /** `YYYY-MM-DD` of impact start; null where it is not known. */
  readonly day: string | null
  readonly stage: Stage
  readonly items: readonly ItemState[]
  /** Restricted ones stay out of every review, and so does a visibility that we do not know: it may mean restricted. */
  readonly restricted: boolean
}

/** Reads a postmortem for reviews. */
export function caseFile(
  file: string,
  postmortem: Postmortem,
  entries: readonly Entry[],
  policy: SignaturePolicy,
  mainTarget: string,
): CaseFile {
  const { metadata, title, timeline } = postmortem
  const start = metadata.startedAt?.value ?? timeline.find(({ at }) => at !== null)?.at ?? null
  const incident = metadata.incidentId?.value ?? null
  const requiredRoles = requiredSignatures(policy, metadata.severity?.value ?? null)
  return {
    file,
    postmortem,
    entries,
    incident,
    title: title?.value ?? file,
    day: start === null ? (/^INC-(\d{4}-\d{2}-\d{2})/.exec(incident ?? '')?.[1] ?? null) : utcDay(start),
    stage: stageOf({ postmortem, entries, requiredRoles, mainTarget }).stage,
    items: itemStates(postmortem, entries),
    restricted: !audienceOf(postmortem).ok,
  }
}
