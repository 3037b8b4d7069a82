/** The closure rate of a quarter: how many of the items first due in it were done, and how many were seen to work. */
import { DAY, parseInstant } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import { ITEM_STATUSES } from '../record/entry-data.ts'
import type { ItemHistory } from '../record/item-history.ts'
import { itemKey } from '../record/item-key.ts'
import type { Quarter } from './quarter.ts'

/** What is counted of one action item. */
export interface ClosureItem {
  /** `INC-2026-11-23-001#A1`. */
  readonly ref: string
  /** The due date that it had first (`YYYY-MM-DD`); null where it never had one. */
  readonly firstDue: string | null
  /** Its moves, in the order of the record. */
  readonly transitions: ItemHistory['transitions']
}

/** The closure rate of one quarter. */
export interface ClosureRate {
  readonly quarter: string
  /** The last day that counted (`YYYY-MM-DD`): the review day, or today where that is still to come. */
  readonly asOf: string
  /** Whether the review day has passed, so that this figure will not change any more. */
  readonly final: boolean
  /** Items whose first due date lies in the quarter. */
  readonly total: number
  /** Those done or verified on that day. */
  readonly closed: number
  readonly verified: number
  /** How many stood at each status on that day. */
  readonly byStatus: Readonly<Record<ItemStatus, number>>
  /** `closed / total`, 0..1; null where no item was due. */
  readonly rate: number | null
  /** `verified / total`, 0..1; null where no item was due. */
  readonly verifiedRate: number | null
  /** Items that were done or verified on that day and open again later, by name. They do not change the figure. */
  readonly reopenedSince: readonly string[]
  /** Items without a first due date, by name: they lie in no quarter. */
  readonly undated: readonly string[]
}

/**
 * Counts as DESIGN section 8 says: items done or verified by the review day, over all items whose first due date lies in the quarter.
 * Items that will not be done stay in the denominator; a moved date does not move an item to another quarter. Entries written after
 * the review day change nothing but `reopenedSince`.
 */
export function closureRate(
  items: readonly ClosureItem[],
  quarter: Quarter,
  days: { readonly review: string; readonly today: string },
): ClosureRate {
  const final = days.today > days.review
  const asOf = final ? days.review : days.today
  const due = items.filter(({ firstDue }) => firstDue !== null && firstDue >= quarter.from && firstDue < quarter.to)
  const byStatus = Object.fromEntries(ITEM_STATUSES.map((status) => [status, 0])) as Record<ItemStatus, number>
  const reopenedSince: string[] = []
  for (const item of due) {
    const status = statusOn(item, asOf)
    byStatus[status]++
    const now = item.transitions.at(-1)?.to ?? 'open'
    if (isClosed(status) && !isClosed(now)) reopenedSince.push(item.ref)
  }
  const total = due.length
  const closed = byStatus.done + byStatus.verified
  return {
    quarter: quarter.name,
    asOf,
    final,
    total,
    closed,
    verified: byStatus.verified,
    byStatus,
    rate: total === 0 ? null : closed / total,
    verifiedRate: total === 0 ? null : byStatus.verified / total,
    reopenedSince: reopenedSince.sort(),
    undated: items
      .filter((item) => item.firstDue === null)
      .map((item) => item.ref)
      .sort(),
  }
}

/** The status of an item at the end of a UTC day, by the record alone. */
function statusOn(item: Pick<ClosureItem, 'transitions'>, day: string): ItemStatus {
  const end = (parseInstant(day) ?? 0) + DAY
  let status: ItemStatus = 'open'
  for (const move of item.transitions) if ((parseInstant(move.at) ?? Number.POSITIVE_INFINITY) < end) status = move.to
  return status
}

/** The full name of an item: `INC-2026-11-23-001#A1`; the bare key where the postmortem has no id. */
export function itemRef(incident: string | null, id: string): string {
  return incident === null ? itemKey(id) : `${incident}#${itemKey(id)}`
}

function isClosed(status: ItemStatus): boolean {
  return status === 'done' || status === 'verified'
}
