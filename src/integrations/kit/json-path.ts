/** Names a place inside a JSON value the way people write it: `$.incidents[0].created_at`. */

/** Extends a path by keys and list positions. Keys that are not plain words are quoted. */
export function jsonPath(base: string, ...parts: readonly PropertyKey[]): string {
  let path = base
  for (const part of parts) {
    if (typeof part === 'number') path += `[${part}]`
    else if (/^[A-Za-z_$][\w$-]{0,80}$/.test(String(part))) path += `.${String(part)}`
    else path += `[${JSON.stringify(String(part).slice(0, 80))}]`
  }
  return path
}
