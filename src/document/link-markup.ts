/** Links as Markdown. */
import type { Link } from '../evidence/fact.ts'
import { escapeWords } from './escape-words.ts'
import { oneLine } from './one-line.ts'

const SAFE = /^(?:https?:\/\/|mailto:)/i
const UNSAFE_CHARACTERS = /[\s<>()|\\`"'[\]^{}*]/g

/** `[title](address)`, the address alone where it is its own title, and plain words where the address is not of the web or mail. */
export function linkMarkup({ title, url }: Link): string {
  const words = oneLine(title)
  const address = oneLine(url)
  if (!SAFE.test(address)) return escapeWords(words === '' || words === address ? address : `${words} (${address})`)
  const target = address.replace(UNSAFE_CHARACTERS, percent).replace(/(&#?[A-Za-z0-9]{1,32});/g, '$1%3B')
  return words === '' || words === address ? `<${target}>` : `[${escapeWords(words)}](${target})`
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
