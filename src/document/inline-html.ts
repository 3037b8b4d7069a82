/** The inline part of a block as sanitised HTML. */
import type { HeadingAnchors } from './heading-anchors.ts'
import { htmlAttribute, htmlText } from './html-text.ts'
import type { Token } from './markdown-tokens.ts'
import { safeAddress } from './safe-address.ts'

const TAGS: Readonly<Record<string, string>> = {
  em_open: '<em>',
  em_close: '</em>',
  strong_open: '<strong>',
  strong_close: '</strong>',
  s_open: '<s>',
  s_close: '</s>',
  softbreak: '\n',
  hardbreak: '<br>\n',
}
const BARE_ADDRESS = /https?:\/\/[^\s<>"'|`\\^{}]+/g
const TAIL = '.,;:!?*_~\'")]'

/** HTML of inline tokens: words, emphasis, code, links. HTML in them is shown, comments vanish, images are links. */
export function inlineHtml(tokens: readonly Token[], anchors: HeadingAnchors): string {
  const out: string[] = []
  const closings: string[] = []
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'text_special')
      out.push(closings.length > 0 ? htmlText(token.content) : withAddresses(token.content))
    else if (token.type === 'code_inline') out.push(`<code>${htmlText(token.content)}</code>`)
    else if (token.type === 'html_inline') out.push(inlineTag(token.content))
    else if (token.type === 'link_open') {
      const [open, close] = linkTags(String(token.attrGet('href') ?? ''), anchors)
      out.push(open)
      closings.push(close)
    } else if (token.type === 'link_close') out.push(closings.pop() ?? '')
    else if (token.type === 'image') out.push(imageLink(token, closings.length > 0, anchors))
    else out.push(TAGS[token.type] ?? htmlText(token.content))
  }
  return out.join('')
}

/** What opens and closes a link; an address that may not be followed is shown in brackets after its words. */
function linkTags(href: string, anchors: HeadingAnchors): readonly [string, string] {
  const address = safeAddress(href)
  if (href === '') return ['', '']
  if (address === null) return ['', ` (${htmlText(readable(href))})`]
  const target = address.startsWith('#') ? `#${anchors.target(readable(address.slice(1)))}` : address
  return [`<a href="${htmlAttribute(target)}" rel="noopener noreferrer nofollow">`, '</a>']
}

function imageLink(token: Token, inLink: boolean, anchors: HeadingAnchors): string {
  const words = htmlText(alternative(token) || 'image')
  if (inLink) return words
  const [open, close] = linkTags(String(token.attrGet('src') ?? ''), anchors)
  return `${open}${words}${close}`
}

/** The words of an image, without recursion into images in images. */
function alternative(token: Token): string {
  const words: string[] = []
  const waiting = [...(token.children ?? [])].reverse()
  while (waiting.length > 0) {
    const next = waiting.pop()!
    if (next.children && next.children.length > 0) for (const child of [...next.children].reverse()) waiting.push(child)
    else if (next.type === 'softbreak' || next.type === 'hardbreak') words.push(' ')
    else if (next.type !== 'html_inline') words.push(next.content)
  }
  return words.join('').trim()
}

function inlineTag(content: string): string {
  if (content.startsWith('<!--')) return ''
  return /^<br\s*\/?>$/i.test(content) ? '<br>' : htmlText(content)
}

function withAddresses(text: string): string {
  if (!text.includes('://')) return htmlText(text)
  const out: string[] = []
  let done = 0
  for (const match of text.matchAll(BARE_ADDRESS)) {
    let length = match[0].length
    while (length > 0 && TAIL.includes(match[0][length - 1]!)) length--
    const address = match[0].slice(0, length)
    if (safeAddress(address) !== address) continue
    out.push(htmlText(text.slice(done, match.index)))
    out.push(`<a href="${htmlAttribute(address)}" rel="noopener noreferrer nofollow">${htmlText(address)}</a>`)
    done = match.index + length
  }
  out.push(htmlText(text.slice(done)))
  return out.join('')
}

/** Percent escapes undone for reading, where they can be. */
function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
