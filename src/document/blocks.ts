/** The block structure of a Markdown text, with offsets into the source. */
import type { Span } from '../base/span.ts'

interface Base {
  /** All lines of the block, without the line ending of the last. */
  readonly span: Span
}

/** `# Words` or words underlined with `=` or `-`. `text` is the span of the inline content. */
export interface HeadingBlock extends Base {
  readonly type: 'heading'
  readonly level: number
  readonly text: Span
}

/** Running text: one span of inline content for each of its lines. */
export interface ParagraphBlock extends Base {
  readonly type: 'paragraph'
  readonly lines: readonly Span[]
}

/** A bullet or numbered list. */
export interface ListBlock extends Base {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly ItemBlock[]
}

/** One item of a list. */
export interface ItemBlock extends Base {
  readonly type: 'item'
  /** `[ ]` or `[x]` at its start; null where there is none. */
  readonly box: { readonly span: Span; readonly ticked: boolean } | null
  readonly blocks: readonly Block[]
}

/** A table: cells are the spans of their trimmed content, empty spans for blank cells. */
export interface TableBlock extends Base {
  readonly type: 'table'
  readonly header: readonly Span[]
  readonly rows: readonly RowBlock[]
}

/** One row of a table's body. */
export interface RowBlock extends Base {
  readonly cells: readonly Span[]
}

/** A fenced or indented code block; `content` covers its lines. */
export interface CodeBlock extends Base {
  readonly type: 'code'
  readonly fenced: boolean
  readonly info: string
}

/** A block quote. */
export interface QuoteBlock extends Base {
  readonly type: 'quote'
  readonly blocks: readonly Block[]
}

/** Raw HTML, comments included. */
export interface HtmlBlock extends Base {
  readonly type: 'html'
}

/** A thematic break. */
export interface RuleBlock extends Base {
  readonly type: 'rule'
}

/** Any block. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | CodeBlock
  | QuoteBlock
  | HtmlBlock
  | RuleBlock
