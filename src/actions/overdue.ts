/** What of the action items is late: work that is due, risks accepted only until a day, and looks at the effect. */
import { DAY, parseInstant } from '../base/instant.ts'
import type { ItemState } from './item-state.ts'

/** Something that should have happened. */
export interface Overdue {
  readonly ref: string
  /** `due`: not done. `acceptance`: will not be done, but the risk was accepted only until then. `effect`: nobody looked whether it works. */
  readonly what: 'acceptance' | 'due' | 'effect'
  /** The day (`YYYY-MM-DD`) and how many days have passed since. */
  readonly day: string
  readonly days: number
}

/** All that is late on a day (`YYYY-MM-DD`, UTC), the latest first. An item is late from the day after its own. */
export function overdueItems(states: readonly ItemState[], today: string): Overdue[] {
  const found: Overdue[] = []
  const add = (state: ItemState, what: Overdue['what'], day: string | null) => {
    if (day !== null && day < today) found.push({ ref: state.ref, what, day, days: daysBetween(day, today) })
  }
  for (const state of states) {
    if (state.status === 'open' || state.status === 'in progress') add(state, 'due', state.due)
    if (state.status === "won't do") add(state, 'acceptance', state.acceptedUntil)
    if (state.effectChecks[0]) add(state, 'effect', state.effectChecks[0].day)
  }
  return found.sort((a, b) => b.days - a.days || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0))
}

function daysBetween(from: string, to: string): number {
  return Math.round(((parseInstant(to) ?? 0) - (parseInstant(from) ?? 0)) / DAY)
}
