/** A postmortem as plain text for terminals and mail: underlined headings, wrapped words, aligned tables. */
import { displayWidth } from '../base/display-width.ts'
import { visibleText } from '../base/visible-text.ts'
import { inlineText } from './inline-text.ts'
import { markdownTokens, type Token } from './markdown-tokens.ts'
import type { Postmortem } from './model.ts'
import { textTable } from './text-table.ts'
import { withoutComments } from './without-comments.ts'
import { wrapWords } from './wrap-words.ts'

/** How to render. */
export interface TextOptions {
  /** Columns; by default 80, at least 20. */
  readonly width?: number
}

/** Renders a text or a parsed postmortem as plain text that ends with a line ending. */
export function renderText(from: string | Postmortem, options: TextOptions = {}): string {
  const { tokens, frontMatter } = markdownTokens(typeof from === 'string' ? from : from.source)
  const renderer = new Renderer(Math.max(20, options.width ?? 80))
  for (const { key, value } of frontMatter) renderer.words(`${key}: ${value}`)
  renderer.blocks(tokens)
  return renderer.finish()
}

/** A quote or an item that is open: what stands before its first and before its further lines. */
interface Container {
  readonly first: string
  readonly rest: string
  begun: boolean
}

class Renderer {
  private readonly lines: string[] = []
  private readonly open: Container[] = []
  private readonly numbers: (number | null)[] = []
  private readonly width: number
  private blank = false

  constructor(width: number) {
    this.width = width
  }

  finish(): string {
    return this.lines.length === 0 ? '' : `${this.lines.join('\n')}\n`
  }

  words(text: string): void {
    this.put(wrapWords(visibleText(text), this.room()))
    this.blank = true
  }

  blocks(tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length; at++) {
      if (tokens[at]!.type === 'table_open') at = this.table(tokens, at)
      else this.token(tokens, at)
    }
  }

  private token(tokens: readonly Token[], at: number): void {
    const token = tokens[at]!
    const words = () => inlineText(tokens[at + 1]?.children ?? [])
    switch (token.type) {
      case 'heading_open':
        this.heading(words(), Number(token.tag.slice(1)))
        break
      case 'paragraph_open':
        this.put(wrapWords(words(), this.room()))
        this.blank = !token.hidden
        break
      case 'bullet_list_open':
        this.numbers.push(null)
        break
      case 'ordered_list_open':
        this.numbers.push(Number(token.attrGet('start') ?? 1))
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.numbers.pop()
        if (this.numbers.length === 0) this.blank = true
        break
      case 'list_item_open':
        this.item()
        break
      case 'blockquote_open':
        this.open.push({ first: '> ', rest: '> ', begun: false })
        break
      case 'list_item_close':
      case 'blockquote_close':
        this.close()
        break
      case 'hr':
        this.block(['-'.repeat(this.room())])
        break
      case 'fence':
      case 'code_block':
        this.block(token.content.replace(/\n$/, '').split('\n').map(codeLine))
        break
      case 'html_block':
        this.html(token.content)
        break
      default:
    }
  }

  private heading(words: string, level: number): void {
    if (this.lines.length > 0) this.blank = true
    const lines = wrapWords(words, this.room())
    const longest = lines.reduce((most, line) => Math.max(most, displayWidth(line)), 0)
    this.put(level > 2 ? lines : [...lines, (level === 1 ? '=' : '-').repeat(longest)])
    this.blank = true
  }

  private item(): void {
    const number = this.numbers.at(-1) ?? null
    const first = number === null ? '- ' : `${number}. `
    if (number !== null) this.numbers[this.numbers.length - 1] = number + 1
    this.open.push({ first, rest: ' '.repeat(first.length), begun: false })
  }

  /** An empty item or quote still shows its mark. */
  private close(): void {
    if (this.open.at(-1)?.begun === false) this.put([''])
    this.open.pop()
  }

  private html(content: string): void {
    const words = withoutComments(content).trim()
    if (words !== '') this.block(words.split('\n').map((line) => visibleText(line.replace(/[\t\r]/g, ' '))))
  }

  private table(tokens: readonly Token[], from: number): number {
    const rows: string[][] = []
    let at = from
    for (; tokens[at]!.type !== 'table_close'; at++) {
      const token = tokens[at]!
      if (token.type === 'tr_open') rows.push([])
      else if (token.type === 'inline') rows.at(-1)!.push(inlineText(token.children ?? []))
    }
    const [header = [], ...body] = rows
    this.block(textTable(header, body, this.room()))
    return at
  }

  private block(lines: readonly string[]): void {
    this.put(lines)
    this.blank = true
  }

  private put(lines: readonly string[]): void {
    if (this.blank && this.lines.length > 0) this.lines.push(this.prefix(true).trimEnd())
    this.blank = false
    for (const line of lines) this.lines.push((this.prefix(false) + line).trimEnd())
  }

  /** What stands before a line; a line of words begins what is open, a blank one does not. */
  private prefix(blankLine: boolean): string {
    let prefix = ''
    for (const container of this.open) {
      if (blankLine && !container.begun) return prefix
      prefix += container.begun ? container.rest : container.first
      container.begun = true
    }
    return prefix
  }

  private room(): number {
    const taken = this.open.reduce((sum, { rest }) => sum + rest.length, 0)
    return Math.max(20, this.width - taken)
  }
}

function codeLine(line: string): string {
  return `    ${visibleText(line.replaceAll('\t', '    '))}`
}
