/** What the record says about each action item: its moves, proofs, verdicts and due dates. */
import type { ItemStatus } from '../base/item-status.ts'
import type { Entry, EntryData, Proof } from './entry.ts'
import { itemKey, itemNumber } from './item-key.ts'

/** One thing that happened to an item, with who did it and when (RFC 3339, UTC). */
export type ItemEvent<V extends 'item-transition' | 'item-due-moved' | 'effect-verdict'> = EntryData[V] & {
  readonly at: string
  readonly actor: string
}

/** An item's life, in the order of the record. */
export interface ItemHistory {
  /** The item's key, such as `A1`. */
  readonly item: string
  /** The status that the last move led to; null where the record knows of none. */
  readonly status: ItemStatus | null
  readonly transitions: readonly ItemEvent<'item-transition'>[]
  /** Every proof ever given, the first first. */
  readonly proofs: readonly Proof[]
  /** Who marked it done last; null where nobody did. */
  readonly doneBy: string | null
  /** Who or what verified it last, where it is verified now. */
  readonly verifiedBy: string | null
  readonly verdicts: readonly ItemEvent<'effect-verdict'>[]
  readonly dueMoves: readonly ItemEvent<'item-due-moved'>[]
  /** The due date before the first move; null where it was never moved. */
  readonly firstDue: string | null
  /** The due date after the last move; null where it was never moved. */
  readonly due: string | null
}

interface Growing {
  transitions: ItemEvent<'item-transition'>[]
  verdicts: ItemEvent<'effect-verdict'>[]
  dueMoves: ItemEvent<'item-due-moved'>[]
}

/** The history of every item that the record names, by its key (`itemKey`). */
export function itemHistories(entries: readonly Entry[]): ReadonlyMap<string, ItemHistory> {
  const growing = new Map<string, Growing>()
  for (const entry of entries) {
    const id = itemOf(entry)
    if (id === null) continue
    const key = itemKey(id)
    const held = growing.get(key) ?? { transitions: [], verdicts: [], dueMoves: [] }
    growing.set(key, held)
    const { at, actor } = entry
    if (entry.verb === 'item-transition') held.transitions.push({ ...entry.data, at, actor })
    else if (entry.verb === 'effect-verdict') held.verdicts.push({ ...entry.data, at, actor })
    else if (entry.verb === 'item-due-moved') held.dueMoves.push({ ...entry.data, at, actor })
  }
  return new Map([...growing].map(([key, held]) => [key, toHistory(key, held)]))
}

/** The highest number that an item of this record ever had, also of items that are gone; 0 where there was none. */
export function highestItemNumber(entries: readonly Entry[]): number {
  let highest = 0
  for (const entry of entries) highest = Math.max(highest, itemNumber(itemOf(entry) ?? ''))
  return highest
}

/** The item of this record that an entry is about. A recurrence names an item of another postmortem, so it is about none. */
function itemOf(entry: Entry): string | null {
  switch (entry.verb) {
    case 'item-added':
    case 'item-transition':
    case 'item-due-moved':
    case 'effect-verdict':
      return entry.data.item
    default:
      return null
  }
}

function toHistory(item: string, held: Growing): ItemHistory {
  const { transitions, verdicts, dueMoves } = held
  const last = transitions.at(-1)
  return {
    item,
    status: last?.to ?? null,
    transitions,
    proofs: transitions.flatMap((move) => (move.proof ? [move.proof] : [])),
    doneBy: transitions.findLast((move) => move.to === 'done')?.actor ?? null,
    verifiedBy: last?.to === 'verified' ? (last.verifier ?? last.actor) : null,
    verdicts,
    dueMoves,
    firstDue: dueMoves[0]?.from ?? null,
    due: dueMoves.at(-1)?.to ?? null,
  }
}
