/** Finds the action item that somebody names. */
import { lineStarts, positionAt } from '../base/position.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import type { Entry } from '../record/entry.ts'
import { itemKey } from '../record/item-key.ts'
import { type ItemState, itemStates } from './item-state.ts'

/**
 * The item with an id (`A1`, `a1`, `INC-…#A1`). Refused where there is none (`item-unknown`), several (`item-ambiguous`), where the id names
 * another postmortem (`item-elsewhere`), or where the item has no id of its own, so that one given by position could come to mean another
 * (`item-without-id`).
 */
export function findItem(postmortem: Postmortem, entries: readonly Entry[], id: string): Result<ItemState> {
  const incident = postmortem.metadata.incidentId?.value ?? null
  const hash = id.lastIndexOf('#')
  if (hash > 0 && incident !== null && id.slice(0, hash).trim() !== incident)
    return refuse('item-elsewhere', `${id.trim()} is no item of this postmortem, which is ${incident}.`)
  const states = itemStates(postmortem, entries)
  const found = states.filter((state) => state.key === itemKey(id))
  const [first] = found
  if (!first)
    return refuse(
      'item-unknown',
      `There is no action item ${itemKey(id)}. ${states.length > 0 ? `Found: ${states.map(({ key }) => key).join(', ')}.` : 'The document has none.'}`,
    )
  const starts = lineStarts(postmortem.source)
  const lines = found.map((state) => positionAt(starts, state.item.span.from).line)
  if (found.length > 1)
    return refuse(
      'item-ambiguous',
      `${first.key} stands ${found.length} times, in lines ${lines.join(' and ')}. Give each item an id of its own.`,
      { line: lines[1]! },
    )
  if (!first.item.idGiven)
    return refuse(
      'item-without-id',
      `The item in line ${lines[0]} has no id; ${first.key} is only its place. Write the id into the document first.`,
      { line: lines[0]! },
    )
  return ok(first)
}
