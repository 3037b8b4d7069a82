/** Links that stand in inline Markdown. */

/** One link: its words (the address where it has none), its address, and where it stands in the given text. */
export interface InlineLink {
  readonly title: string
  readonly url: string
  readonly from: number
  readonly to: number
}

const INLINE =
  /\[((?:[^[\]\\]|\\.){0,500})\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g
const BARE = /https?:\/\/[^\s<>|"'`\])）」]+/g

const TAIL = '.,;:!?*'

/** Inline links and bare addresses, in order. */
export function linksIn(source: string): InlineLink[] {
  if (!source.includes('](') && !source.includes('://')) return []
  const links: InlineLink[] = []
  for (const match of source.matchAll(INLINE)) {
    const url = match[2]!
    links.push({ title: match[1]!.trim() || url, url, from: match.index, to: match.index + match[0].length })
  }
  const inline = links.length
  let next = 0
  for (const match of source.matchAll(BARE)) {
    const url = withoutTail(match[0])
    const from = match.index
    while (next < inline && links[next]!.to <= from) next++
    if (next === inline || from < links[next]!.from) links.push({ title: url, url, from, to: from + url.length })
  }
  return links.sort((a, b) => a.from - b.from)
}

/** Punctuation after an address belongs to the sentence. */
function withoutTail(address: string): string {
  let to = address.length
  while (to > 0 && TAIL.includes(address[to - 1]!)) to--
  return address.slice(0, to)
}
