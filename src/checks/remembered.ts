/** Works something out once for a postmortem, however many rules ask for it. */
import type { Postmortem } from '../document/model.ts'

/** The same function, with its answer kept for as long as the postmortem is. */
export function remembered<T>(work: (postmortem: Postmortem) => T): (postmortem: Postmortem) => T {
  const known = new WeakMap<Postmortem, { readonly value: T }>()
  return (postmortem) => {
    let held = known.get(postmortem)
    if (!held) {
      held = { value: work(postmortem) }
      known.set(postmortem, held)
    }
    return held.value
  }
}
