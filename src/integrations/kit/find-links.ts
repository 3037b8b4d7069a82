/** Finds the web addresses in plain text. */
import { webUrl } from './web-url.ts'

/** Every address, once, in order; trailing punctuation and unmatched closing brackets are not part of it. */
export function findLinks(text: string): string[] {
  if (!text.includes('://')) return []
  const found = new Set<string>()
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"'`|\\]{3,2000}/gi)) {
    const url = webUrl(withoutTail(match[0]))
    if (url) found.add(url)
  }
  return [...found]
}

function withoutTail(url: string): string {
  let end = url.length
  while (end > 0) {
    const last = url[end - 1]!
    const unmatched = last === ')' && !url.slice(0, end).includes('(')
    if (!unmatched && !/[.,;:!?*_\]}]/.test(last)) break
    end--
  }
  return url.slice(0, end)
}
