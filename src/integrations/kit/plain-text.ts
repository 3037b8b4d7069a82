/** Turns vendors' HTML and white space into plain text; the result is text, never HTML to be trusted. */
import type { Link } from '../../evidence/fact.ts'
import { decodeEntities } from './decode-entities.ts'

const LONGEST_TAG = 4096
const BREAKING = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
])
const SILENT = new Set(['script', 'style', 'template', 'head', 'noscript', 'iframe', 'object', 'svg'])

/** Text without tags, scripts and comments, entities decoded, with the links it held. Linear in its length. */
export function htmlToPlain(html: string): { text: string; links: Link[] } {
  const links: Link[] = []
  let text = ''
  let at = 0
  let close = -1
  let comments = true
  let anchor: { url: string; from: number } | null = null
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      text += html.slice(at)
      break
    }
    text += html.slice(at, open)
    if (close < open) close = html.indexOf('>', open)
    if (close < 0) {
      text += html.slice(open)
      break
    }
    if (comments && html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      comments = end >= 0
      if (comments) {
        at = end + 3
        continue
      }
    }
    const tag = close - open > LONGEST_TAG ? null : tagAt(html, open)
    if (!tag) {
      text += '<'
      at = open + 1
      continue
    }
    at = tag.to
    if (SILENT.has(tag.name) && !tag.closing) at = afterSilent(html, tag.name, at)
    else if (tag.name === 'a' && !tag.closing) anchor = { url: decodeEntities(hrefOf(tag.source)), from: text.length }
    else if (tag.name === 'a' && anchor) {
      const title = decodeEntities(text.slice(anchor.from)).trim()
      if (anchor.url) links.push({ title: title || anchor.url, url: anchor.url })
      anchor = null
    } else if (BREAKING.has(tag.name)) text += tag.name === 'li' && !tag.closing ? '\n- ' : '\n'
  }
  return { text: tidy(decodeEntities(text)), links }
}

/** One line of plain text: control characters and runs of white space become one blank. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g, ' ').trim()
}

/** Text with its lines, without control characters, trailing blanks and runs of empty lines. */
export function tidy(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
  return kept.join('\n').trim()
}

/** At most `length` characters, cut at a blank where there is one, with an ellipsis. Never splits a character. */
export function shorten(text: string, length = 140): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  const blank = cut.lastIndexOf(' ')
  const short = blank > length / 2 ? cut.slice(0, blank) : cut.replace(/[\ud800-\udbff]$/, '')
  return `${short.replace(/[\s,;:–—-]{1,10}$/, '')}…`
}

function tagAt(html: string, open: number): { name: string; closing: boolean; to: number; source: string } | null {
  const head = /^<(\/?)([A-Za-z][A-Za-z0-9]{0,20})(?=[\s/>])|^<[!?]/.exec(html.slice(open, open + 24))
  if (!head) return null
  let quote = ''
  const limit = Math.min(html.length, open + LONGEST_TAG)
  for (let at = open + head[0].length; at < limit; at++) {
    const character = html[at]!
    if (quote) quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') {
      const name = (head[2] ?? '').toLowerCase()
      return { name, closing: head[1] === '/', to: at + 1, source: html.slice(open, at + 1) }
    }
  }
  return null
}

function hrefOf(tag: string): string {
  const match = /\shref\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag)
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim()
}

function afterSilent(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s>]`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  if (!found) return html.length
  const end = html.indexOf('>', found.index)
  return end < 0 ? html.length : end + 1
}
