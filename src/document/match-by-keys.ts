/** Pairs what two revisions have in common, by one key after another. */

/**
 * For each item of the later list the index of the earlier one that it was, or null. A key is tried only on what the keys before it
 * left over; where several have the same key they are paired in order; a null key pairs nothing.
 */
export function matchByKeys<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | null)[],
): (number | null)[] {
  const partner: (number | null)[] = after.map(() => null)
  const taken = new Set<number>()
  for (const key of keys) {
    const waiting = new Map<string, number[]>()
    for (let index = before.length - 1; index >= 0; index--) {
      const name = taken.has(index) ? null : key(before[index]!)
      if (name === null) continue
      const queue = waiting.get(name)
      if (queue) queue.push(index)
      else waiting.set(name, [index])
    }
    after.forEach((item, index) => {
      const name = partner[index] === null ? key(item) : null
      const found = name === null ? undefined : waiting.get(name)?.pop()
      if (found === undefined) return
      partner[index] = found
      taken.add(found)
    })
  }
  return partner
}
