/** The life of an action item: which moves there are, what each demands, and who may make it. */
import type { ItemStatus } from '../base/item-status.ts'

/**
 * What a move demands. `proof`: what shows that it was done. `verification`: a machine's check with its result, or a person who neither
 * owns the item nor marked it done. `reason`: why. `acceptance`: who accepts the risk, and until which day.
 */
export type Demand = 'acceptance' | 'proof' | 'reason' | 'verification'

/** One move. */
export interface Transition {
  readonly from: ItemStatus
  readonly to: ItemStatus
  readonly demands: readonly Demand[]
  readonly may: 'anyone' | 'a check, or neither the owner nor who marked it done'
}

const anyone = 'anyone'
const somebodyElse = 'a check, or neither the owner nor who marked it done'

/** Every move that there is (DESIGN section 8); what is not here is refused. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'open', to: 'in progress', demands: [], may: anyone },
  { from: 'open', to: 'done', demands: ['proof'], may: anyone },
  { from: 'open', to: "won't do", demands: ['reason', 'acceptance'], may: anyone },
  { from: 'in progress', to: 'open', demands: [], may: anyone },
  { from: 'in progress', to: 'done', demands: ['proof'], may: anyone },
  { from: 'in progress', to: "won't do", demands: ['reason', 'acceptance'], may: anyone },
  { from: 'done', to: 'verified', demands: ['verification'], may: somebodyElse },
  { from: 'done', to: 'in progress', demands: ['reason'], may: anyone },
  { from: 'done', to: 'open', demands: ['reason'], may: anyone },
  { from: 'verified', to: 'open', demands: ['reason'], may: anyone },
  { from: "won't do", to: 'open', demands: ['reason'], may: anyone },
]

/** The move from one status to another; null where there is none. */
export function findTransition(from: ItemStatus, to: ItemStatus): Transition | null {
  return TRANSITIONS.find((move) => move.from === from && move.to === to) ?? null
}

/** The statuses that can follow this one. */
export function nextStatuses(from: ItemStatus): ItemStatus[] {
  return TRANSITIONS.filter((move) => move.from === from).map((move) => move.to)
}
