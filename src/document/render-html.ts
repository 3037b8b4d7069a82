/** A postmortem as sanitised HTML: only the elements and attributes written in these files can come out, whatever the text holds. */
import type { FrontMatterEntry } from './front-matter.ts'
import { HeadingAnchors } from './heading-anchors.ts'
import { htmlText } from './html-text.ts'
import { inlineHtml } from './inline-html.ts'
import { markdownTokens, type Token } from './markdown-tokens.ts'
import type { Postmortem } from './model.ts'
import { withoutComments } from './without-comments.ts'

/** How to render. */
export interface HtmlOptions {
  /** Check boxes as disabled inputs with labels (the default), or as the signs ☐ and ☑, for mail. */
  readonly boxes?: 'input' | 'text'
  /** What stands before the name of every heading; by default `section-`. */
  readonly idPrefix?: string
}

/** Renders a text or a parsed postmortem as the inside of a page. Linear; never throws. */
export function renderHtml(from: string | Postmortem, options: HtmlOptions = {}): string {
  const source = typeof from === 'string' ? from : from.source
  const { tokens, frontMatter } = markdownTokens(source)
  const renderer = new Renderer(options, RIGHT_TO_LEFT.test(source))
  return frontMatterTable(frontMatter) + renderer.blocks(tokens)
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Elements by what markdown-it calls them. What is not here comes out as text. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
}
const HOLDS_WORDS = new Set(['p', 'li', 'th', 'td', 'blockquote'])
const BOX = /^\[([ xX])\](?:\s|$)/

class Renderer {
  private readonly anchors: HeadingAnchors
  private readonly boxes: 'input' | 'text'
  private readonly direction: string

  constructor({ boxes = 'input', idPrefix = 'section-' }: HtmlOptions, mixedDirections: boolean) {
    this.anchors = new HeadingAnchors(idPrefix)
    this.boxes = boxes
    this.direction = mixedDirections ? ' dir="auto"' : ''
  }

  blocks(tokens: readonly Token[]): string {
    const out: string[] = []
    for (let at = 0; at < tokens.length; at++) out.push(this.block(tokens, at))
    return out.join('')
  }

  private block(tokens: readonly Token[], at: number): string {
    const token = tokens[at]!
    switch (token.type) {
      case 'inline':
        return inlineHtml(token.children ?? [], this.anchors)
      case 'heading_open': {
        const name = this.anchors.next(wordsOf(tokens[at + 1]))
        return `<h${level(token)} id="${htmlText(name)}"${this.direction}>`
      }
      case 'heading_close':
        return `</h${level(token)}>\n`
      case 'hr':
        return '<hr>\n'
      case 'fence':
      case 'code_block':
        return `<pre><code>${htmlText(token.content)}</code></pre>\n`
      case 'html_block':
        return htmlBlock(token.content)
      default:
        return this.element(tokens, at)
    }
  }

  private element(tokens: readonly Token[], at: number): string {
    const token = tokens[at]!
    const name = ELEMENTS[token.type.replace(/_(?:open|close)$/, '')]
    // Paragraphs of tight lists have no element of their own.
    if (token.hidden) return token.nesting < 0 && tokens[at + 1]?.nesting === 1 ? '\n' : ''
    if (name === undefined) return htmlText(token.content)
    if (token.nesting < 0) return `</${name}>\n`
    const direction = HOLDS_WORDS.has(name) ? this.direction : ''
    const box = name === 'li' ? this.box(tokens, at) : ''
    return `<${name}${attributes(name, token)}${direction}>${box}${BREAK_AFTER.has(name) ? '\n' : ''}`
  }

  /** The check box of an item, which is taken out of its words. */
  private box(tokens: readonly Token[], at: number): string {
    const words = tokens[at + 1]?.type === 'paragraph_open' ? tokens[at + 2]?.children?.[0] : undefined
    const mark = words?.type === 'text' ? BOX.exec(words.content) : null
    if (!words || !mark) return ''
    words.content = words.content.slice(mark[0].length)
    const ticked = mark[1] !== ' '
    if (this.boxes === 'text') return ticked ? '☑ ' : '☐ '
    return `<input type="checkbox" disabled${ticked ? ' checked aria-label="ticked"' : ' aria-label="not ticked"'}> `
  }
}

const BREAK_AFTER = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'blockquote'])

function level(token: Token): string {
  return /^h[1-6]$/.test(token.tag) ? token.tag.slice(1) : '6'
}

function attributes(name: string, token: Token): string {
  if (name === 'ol') {
    const start = Number(token.attrGet('start') ?? 1)
    return Number.isInteger(start) && start !== 1 ? ` start="${start}"` : ''
  }
  if (name !== 'th' && name !== 'td') return ''
  const side = /text-align:(left|right|center)/.exec(String(token.attrGet('style') ?? ''))?.[1]
  return `${name === 'th' ? ' scope="col"' : ''}${side ? ` class="${side}"` : ''}`
}

function wordsOf(inline: Token | undefined): string {
  return (inline?.children ?? []).map(({ content }) => content).join('')
}

/** HTML as text, without comments. */
function htmlBlock(content: string): string {
  const words = withoutComments(content).trim()
  return words === '' ? '' : `<pre class="html">${htmlText(words)}</pre>\n`
}

function frontMatterTable(entries: readonly FrontMatterEntry[]): string {
  if (entries.length === 0) return ''
  const rows = entries.map(
    ({ key, value }) => `<tr><th scope="row">${htmlText(key)}</th><td>${htmlText(value)}</td></tr>\n`,
  )
  return `<table>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`
}
