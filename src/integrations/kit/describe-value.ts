/** Says in a few words what a parsed JSON value is, for messages about input of the wrong shape. */

/** `a list of 3`, `an object with ok, messages`, `the text "abc"`, `a number`, `nothing`. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) {
    if (value.length === 0) return 'an empty list'
    return `a list of ${value.length} (the first is ${describeFlat(value[0])})`
  }
  return describeFlat(value)
}

function describeFlat(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') {
    const keys = Object.keys(value)
    if (keys.length === 0) return 'an empty object'
    const named = keys.slice(0, 6).map((key) => key.slice(0, 40))
    return `an object with ${named.join(', ')}${keys.length > 6 ? ' and more' : ''}`
  }
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`
  return `a ${typeof value}`
}
