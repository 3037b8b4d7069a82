/** The state of each action item: what the record proves, and what the text only claims. */
import { DAY, parseInstant, utcDay } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import type { ActionItem, Postmortem } from '../document/model.ts'
import type { Entry, Proof } from '../record/entry.ts'
import { type ItemHistory, itemHistories } from '../record/item-history.ts'
import { itemKey } from '../record/item-key.ts'
import { itemRef } from './closure-rate.ts'

/** Whether an item did what it was for; `pending` from verified until a verdict. */
export type EffectState = 'effective' | 'ineffective' | 'pending' | 'unproven'

/** One item as it stands. Days are `YYYY-MM-DD`. */
export interface ItemState {
  /** `A1`, and `INC-2026-11-23-001#A1`. */
  readonly key: string
  readonly ref: string
  readonly item: ActionItem
  /** By the record; `open` where it has no entry. */
  readonly status: ItemStatus
  /** A status that stands in the text and goes further than the record; counted as `status`, never as this. */
  readonly claim: ItemStatus | null
  /** True where the text shows another status than the record, claim or not. */
  readonly textDiffers: boolean
  /** The due date after all moves, and the one before any. */
  readonly due: string | null
  readonly firstDue: string | null
  readonly proof: Proof | null
  readonly doneBy: string | null
  readonly verifiedBy: string | null
  readonly verifiedOn: string | null
  /** Null for an item that is not verified. */
  readonly effect: EffectState | null
  /** The days of the effect checks, 30 and 90 days after verified, for which there is no verdict. */
  readonly effectChecks: readonly { readonly after: 30 | 90; readonly day: string }[]
  /** Who accepted the risk of an item that will not be done, and until when. */
  readonly acceptedBy: string | null
  readonly acceptedUntil: string | null
  readonly transitions: ItemHistory['transitions']
  /** True where another item of this document has the same id. */
  readonly duplicate: boolean
}

/** The state of every item of a document, in the order of its text. */
export function itemStates(postmortem: Postmortem, entries: readonly Entry[]): ItemState[] {
  const histories = itemHistories(entries)
  const incident = postmortem.metadata.incidentId?.value ?? null
  const seen = new Map<string, number>()
  for (const { id } of postmortem.actionItems) seen.set(itemKey(id), (seen.get(itemKey(id)) ?? 0) + 1)
  return postmortem.actionItems.map((item) => {
    const key = itemKey(item.id)
    const history = histories.get(key) ?? null
    return { ...stateOf(item, history), key, ref: itemRef(incident, key), duplicate: (seen.get(key) ?? 0) > 1 }
  })
}

/** Keys of items that the record knows and the text does not hold any more, sorted. */
export function itemsGone(postmortem: Postmortem, entries: readonly Entry[]): string[] {
  const held = new Set(postmortem.actionItems.map(({ id }) => itemKey(id)))
  return [...itemHistories(entries).keys()].filter((key) => !held.has(key)).sort()
}

function stateOf(item: ActionItem, history: ItemHistory | null): Omit<ItemState, 'duplicate' | 'key' | 'ref'> {
  const status = history?.status ?? 'open'
  const told = item.status?.value ?? null
  const last = history?.transitions.at(-1) ?? null
  const verified = status === 'verified' ? last : null
  const accepted = status === "won't do" ? last : null
  const textDue = item.due?.value ?? null
  return {
    item,
    status,
    claim: told !== null && goesFurther(told, status) ? told : null,
    textDiffers: told !== null && told !== status,
    due: history?.due ?? textDue,
    firstDue: history?.firstDue ?? textDue,
    proof: history?.proofs.at(-1) ?? null,
    doneBy: history?.doneBy ?? null,
    verifiedBy: history?.verifiedBy ?? null,
    verifiedOn: verified?.at.slice(0, 10) ?? null,
    ...effectOf(verified?.at ?? null, history),
    acceptedBy: accepted?.acceptedBy ?? null,
    acceptedUntil: accepted?.until ?? null,
    transitions: history?.transitions ?? [],
  }
}

const RANK: Readonly<Record<ItemStatus, number>> = { open: 0, 'in progress': 1, done: 2, verified: 3, "won't do": 4 }

/** A text that lags behind the record claims nothing; one that says won't do, or more than the record, does. */
function goesFurther(told: ItemStatus, status: ItemStatus): boolean {
  return status !== "won't do" ? RANK[told] > RANK[status] : told === 'done' || told === 'verified'
}

function effectOf(verifiedAt: string | null, history: ItemHistory | null): Pick<ItemState, 'effect' | 'effectChecks'> {
  const since = verifiedAt === null ? null : parseInstant(verifiedAt)
  if (since === null) return { effect: null, effectChecks: [] }
  const verdicts = (history?.verdicts ?? []).filter(({ at }) => (parseInstant(at) ?? 0) >= since)
  const open = ([30, 90] as const).filter((after) => !verdicts.some((verdict) => verdict.after === after))
  return {
    effect: verdicts.at(-1)?.verdict ?? 'pending',
    effectChecks: open.map((after) => ({ after, day: utcDay(since + after * DAY) })),
  }
}
