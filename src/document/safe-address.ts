/** Which addresses a rendered link may have. */

const SCHEME = /^([a-z][a-z0-9+.-]*):/i
const ALLOWED = new Set(['http', 'https', 'mailto'])
const IGNORED_BY_BROWSERS = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** The address where it is of the web, of mail, relative, or an anchor in the page; null otherwise (`javascript:`, `data:`, `//host`). */
export function safeAddress(address: string): string | null {
  const plain = address.replace(IGNORED_BY_BROWSERS, '')
  if (plain === '' || /^[/\\]{2}/.test(plain) || plain.startsWith('\\')) return null
  const scheme = SCHEME.exec(plain)?.[1]
  if (scheme !== undefined) return ALLOWED.has(scheme.toLowerCase()) ? plain : null
  // A colon before the first slash may hide a scheme behind an escape that somebody else undoes.
  return /^[^/?#]*(?::|%3a)/i.test(plain) ? null : plain
}
