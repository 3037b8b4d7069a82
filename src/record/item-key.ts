/** How an action item is named inside its own record. */

/** `A1` for `A1`, `a1`, ` A1 ` and `INC-2026-11-23-001#A1`: entries and cells that mean the same item compare equal. */
export function itemKey(id: string): string {
  return id
    .slice(id.lastIndexOf('#') + 1)
    .trim()
    .toUpperCase()
}

/** The number that an item's id ends with (`A12`, `P-12`: 12); 0 where it ends with none. */
export function itemNumber(id: string): number {
  const digits = /(\d{1,9})\W*$/.exec(itemKey(id))
  return digits ? Number(digits[1]) : 0
}
