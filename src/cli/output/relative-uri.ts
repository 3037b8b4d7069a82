/** A path as a URI reference, percent-encoded, for formats that hold URIs. */

/** `docs/a b.md` -> `docs/a%20b.md`; a leading `./` falls away, an absolute path becomes a `file:` URI. */
export function relativeUri(path: string): string {
  // A half of a surrogate pair cannot be encoded.
  const whole = path.replace(/\p{Surrogate}/gu, '\uFFFD')
  const drive = /^[A-Za-z]:[\\/]/.test(whole)
  const slashed = drive || (whole.includes('\\') && !whole.includes('/')) ? whole.replaceAll('\\', '/') : whole
  const segments = slashed.replace(/^(?:\.\/+)+/, '').split('/')
  const encoded = segments.map(encodeURIComponent).join('/')
  if (drive) return `file:///${encoded.replace(/^([A-Za-z])%3A/, '$1:')}`
  return slashed.startsWith('/') ? `file://${encoded}` : encoded
}
