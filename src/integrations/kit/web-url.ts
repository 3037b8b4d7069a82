/** Lets through web addresses only: anything else in a source's link fields is not linked. */

/** The address, where it is an absolute `http` or `https` one without control characters, blanks or brackets; else null. */
export function webUrl(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (text.length > 2048 || !/^https?:\/\/[^\s/?#<>"'`\\]+/i.test(text)) return null
  return /[\u0000-\u0020\u007f-\u00a0<>"`\\]/.test(text) ? null : text
}
