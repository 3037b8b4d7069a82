/** What is kept of an error: words for a person, without secrets and without a trace. */

const LONGEST = 1000

/** One line; passwords in addresses, tokens and the secrets that are named are taken out. */
export function errorWords(error: unknown, secrets: readonly string[] = []): string {
  let words = error instanceof Error ? error.message || error.name : String(error)
  for (const secret of secrets) if (secret.length > 3) words = words.replaceAll(secret, '[redacted]')
  return words
    .replaceAll(/:\/\/[^\s/@]{1,500}@/g, '://[redacted]@')
    .replaceAll(/\bnt_[\w-]{20,100}/g, '[redacted]')
    .replaceAll(/\b(Bearer|Basic) +[\w.~+/=-]{8,2000}/gi, '$1 [redacted]')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}
