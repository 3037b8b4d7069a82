/** JSON with sorted keys, so that the same value has the same digest wherever it was written. */

/** How deep a value of the record may be nested. */
const DEEPEST = 32

/**
 * The JSON of a value with keys sorted by UTF-16 code units and without white space; keys that hold `undefined` are left out.
 * Null where the value is nested deeper than 32 levels or is not JSON.
 */
export function canonicalJson(value: unknown, depth = 0): string | null {
  if (depth > DEEPEST) return null
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : null
  if (Array.isArray(value)) return joined('[', value, (item) => canonicalJson(item, depth + 1), ']')
  if (typeof value !== 'object') return null
  const pairs = Object.entries(value).filter((pair) => pair[1] !== undefined)
  pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
  return joined('{', pairs, ([key, item]) => keyed(key, canonicalJson(item, depth + 1)), '}')
}

function keyed(key: string, json: string | null): string | null {
  return json === null ? null : `${JSON.stringify(key)}:${json}`
}

function joined<T>(open: string, items: readonly T[], write: (item: T) => string | null, close: string): string | null {
  const parts: string[] = []
  for (const item of items) {
    const part = write(item)
    if (part === null) return null
    parts.push(part)
  }
  return open + parts.join(',') + close
}
