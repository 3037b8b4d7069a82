/** Looking into values of unknown shape. */

/** Whether a value is a map of keys to values. */
export function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The part of a value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let part = value
  for (const key of path) {
    if (!(isRecord(part) || Array.isArray(part)) || !Object.hasOwn(part, key)) return undefined
    part = (part as Record<PropertyKey, unknown>)[key]
  }
  return part
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The keys of a map that have a value. */
export function defined<T extends object>(values: T | undefined): Partial<Defined<T>> {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<Defined<T>>
}
