/** The timeline as the rules see it: rows that a person wrote, its milestones, and what it does not tell. */
import type { Span } from '../base/span.ts'
import type { Postmortem, TimelineRow } from '../document/model.ts'
import type { EventKind } from '../evidence/event-kind.ts'
import { type MilestoneName, type Milestones, milestonesOf } from '../timeline/milestones.ts'
import { headingOf } from './places.ts'
import { remembered } from './remembered.ts'
import { isUnwritten } from './words/placeholder.ts'

/** The rows whose event is written, in the order of the text. */
export const writtenRows: (postmortem: Postmortem) => readonly TimelineRow[] = remembered(({ timeline }) =>
  timeline.filter((row) => !isUnwritten(row.text)),
)

/** The milestones of the written rows; `row` counts in `writtenRows`. */
export const milestonesIn: (postmortem: Postmortem) => Milestones = remembered((postmortem) =>
  milestonesOf(writtenRows(postmortem)),
)

/** The row that a milestone stands in; null where there is none. */
export function rowOf(postmortem: Postmortem, name: MilestoneName): TimelineRow | null {
  const { row } = milestonesIn(postmortem)[name]
  return row === null ? null : (writtenRows(postmortem)[row] ?? null)
}

/** Where to say that no row is of these kinds; null where one is, or where rows are still to be written. */
export function placeIfUntold(postmortem: Postmortem, kinds: readonly EventKind[], cue?: RegExp): Span | null {
  const rows = writtenRows(postmortem)
  if (rows.length === 0 || rows.length < postmortem.timeline.length) return null
  const told = rows.some((row) => kinds.includes(row.kind) || cue?.test(row.text))
  return told ? null : headingOf(postmortem, 'timeline')
}
