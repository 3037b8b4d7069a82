/** Blocks of a Markdown text, by markdown-it's block rules, with offsets into the source. */
import MarkdownIt from 'markdown-it'
import type { Span } from '../base/span.ts'
import type { Block, ItemBlock, ListBlock, ParagraphBlock, QuoteBlock, RowBlock, TableBlock } from './blocks.ts'
import type { Guarded } from './guard.ts'
import { useLightTokens } from './light-tokens.ts'
import { tableCells } from './table-cells.ts'

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

const markdown = useLightTokens(new MarkdownIt({ html: true, linkify: false, typographer: false }))

/** Parses the lines of a guarded text. Lines before `fromLine` (front matter) are taken as blank. */
export function parseBlocks(guarded: Guarded, fromLine = 0): Block[] {
  const lines = fromLine > 0 ? guarded.lines.map((line, index) => (index < fromLine ? '' : line)) : guarded.lines
  const text = lines.join('\n')
  const tokens: Token[] = []
  markdown.block.parse(text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text, markdown, {}, tokens)
  return new Reader(guarded, tokens).blocks(tokens.length, 0)
}

class Reader {
  private at = 0
  private readonly guarded: Guarded
  private readonly tokens: readonly Token[]
  constructor(guarded: Guarded, tokens: readonly Token[]) {
    this.guarded = guarded
    this.tokens = tokens
  }

  /** Blocks up to the token that closes the container, which is left unread. */
  blocks(end: number, quotes: number): Block[] {
    const blocks: Block[] = []
    while (this.at < end) {
      const token = this.tokens[this.at]!
      if (token.nesting < 0) break
      const block = this.block(token, quotes)
      if (block) blocks.push(block)
    }
    return blocks
  }

  private block(token: Token, quotes: number): Block | null {
    this.at++
    const span = this.lineSpan(token)
    switch (token.type) {
      case 'heading_open': {
        const content = this.contentLines()
        const text =
          content.length > 0 ? { from: content[0]!.from, to: content.at(-1)!.to } : { from: span.to, to: span.to }
        return { type: 'heading', level: Number(token.tag.slice(1)), span, text }
      }
      case 'paragraph_open':
        return { type: 'paragraph', span, lines: this.contentLines() } satisfies ParagraphBlock
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.list(token, span, quotes)
      case 'blockquote_open': {
        const blocks = this.blocks(this.tokens.length, quotes + 1)
        this.at++
        return { type: 'quote', span, blocks } satisfies QuoteBlock
      }
      case 'table_open':
        return this.table(span, quotes)
      case 'fence':
        return { type: 'code', fenced: true, info: token.info.trim(), span }
      case 'code_block':
        return { type: 'code', fenced: false, info: '', span }
      case 'html_block':
        return { type: 'html', span }
      case 'hr':
        return { type: 'rule', span }
      default:
        return null
    }
  }

  private list(token: Token, span: Span, quotes: number): ListBlock {
    const items: ItemBlock[] = []
    while (this.tokens[this.at]?.type === 'list_item_open') {
      const opened = this.tokens[this.at]!
      this.at++
      const blocks = this.blocks(this.tokens.length, quotes)
      this.at++
      items.push({ type: 'item', span: this.lineSpan(opened), box: this.box(blocks[0]), blocks })
    }
    this.at++
    return { type: 'list', ordered: token.type === 'ordered_list_open', span, items }
  }

  private box(first: Block | undefined): ItemBlock['box'] {
    if (first?.type !== 'paragraph') return null
    const line = first.lines[0]
    if (!line) return null
    const words = this.source(line.from, Math.min(line.to, line.from + 4))
    if (!/^\[[ xX]\](?:\s|$)/.test(words)) return null
    return { span: { from: line.from, to: line.from + 3 }, ticked: words[1] !== ' ' }
  }

  private table(span: Span, quotes: number): TableBlock {
    let header: Span[] = []
    const rows: RowBlock[] = []
    let inHead = true
    for (let depth = 1; depth > 0; this.at++) {
      const token = this.tokens[this.at]!
      if (token.type === 'tbody_open') inHead = false
      if (token.type === 'tr_open') {
        const line = token.map![0]
        const from = this.guarded.starts[line]!
        const columns = inHead ? Number.MAX_SAFE_INTEGER : header.length
        const cells = tableCells(this.guarded.lines[line]!, quotes).map((cell) => ({
          from: from + cell.from,
          to: from + cell.to,
        }))
        if (inHead) header = cells
        else rows.push({ span: this.lineSpan(token), cells: cells.slice(0, columns) })
      }
      if (token.type === 'table_close') depth--
    }
    return { type: 'table', span, header, rows }
  }

  /** The lines of the inline token that comes next, each as it stands in the source; skips the closing token too. */
  private contentLines(): Span[] {
    const token = this.tokens[this.at]!
    this.at += 2
    if (token.type !== 'inline' || !token.map) return []
    const spans: Span[] = []
    const words = token.content.includes('\n') ? token.content.split('\n') : [token.content]
    for (let index = 0; index < words.length; index++) {
      const line = token.map[0] + index
      const text = this.guarded.lines[line]
      if (text === undefined) break
      const wanted = words[index]!.trim()
      // Content is the line without its container's marks, so it is looked for from the end.
      const found = text.endsWith(wanted) ? text.length - wanted.length : Math.max(0, text.lastIndexOf(wanted))
      const from = this.guarded.starts[line]! + found
      spans.push({ from, to: from + (text.startsWith(wanted, found) ? wanted.length : text.trimEnd().length) })
    }
    return spans
  }

  private lineSpan(token: Token): Span {
    const [first, after] = token.map ?? [0, 0]
    let last = Math.max(first, after - 1)
    while (last > first && this.guarded.lines[last]!.trim() === '') last--
    const from = this.guarded.starts[first]!
    return { from, to: this.guarded.starts[last]! + this.guarded.lines[last]!.length }
  }

  private source(from: number, to: number): string {
    let low = 0
    let high = this.guarded.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.guarded.starts[middle]! <= from) low = middle
      else high = middle - 1
    }
    const start = this.guarded.starts[low]!
    return this.guarded.lines[low]!.slice(from - start, to - start)
  }
}
