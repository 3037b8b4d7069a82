/** A count with its word. */

/** `1 fact`, `3 facts`; `many` where the plural has its own form. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
