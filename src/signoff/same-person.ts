/** Whether two writings may mean one person; in doubt they do, so that nobody checks their own work by spelling their name otherwise. */

/**
 * True where one name's words all occur in the other: `Ada`, `@ada`, `ada.example@example.com` and `Ada Example (SRE)` may be the same as
 * `Ada Example`. False where either is blank.
 */
export function samePerson(a: string, b: string): boolean {
  const left = nameWords(a)
  const right = nameWords(b)
  if (left.size === 0 || right.size === 0) return false
  const [few, many] = left.size <= right.size ? [left, right] : [right, left]
  for (const word of few) if (!many.has(word)) return false
  return true
}

/** True where any person of a list (`Ada Example, Bo Sample`, `Ada & Bo`, `Ada / Bo`) may be this one. */
export function isAmong(person: string, people: string): boolean {
  return people.split(/[,;&/+\n]|\band\b/i).some((one) => samePerson(one, person))
}

function nameWords(name: string): Set<string> {
  const bare = name
    .replace(/\([^()]*\)/g, ' ')
    .replace(/<([^<>]*)>/g, (_, inner: string) => (inner.includes('@') ? ' ' : inner))
  const person = (bare.trim() === '' ? name : bare).trim().replace(/^@/, '')
  const at = person.indexOf('@')
  const local = at > 0 && !/\s/.test(person) ? person.slice(0, at) : person
  return new Set(
    local
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}
