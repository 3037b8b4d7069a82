/** Sections of a text that has no headings of Markdown at all, such as one taken out of a PDF: its lines, read by their first column. */
import type { Span } from '../base/span.ts'
import type { Block, ItemBlock, ParagraphBlock } from './blocks.ts'
import type { Guarded } from './guard.ts'
import type { Section } from './model.ts'
import { plainWords } from './plain-words.ts'
import type { SectionKind } from './section-kind.ts'
import { sectionKindOf } from './section-kind-of.ts'

/** Whether a document marks its sections in Markdown: by headings, or by bold lines and labels that surely name one. */
export function hasHeadings(source: string, blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type === 'heading') return true
    if (block.type === 'paragraph')
      return block.lines.some((line) => source.startsWith('**', line.from) || source.startsWith('__', line.from))
    return (
      block.type === 'list' &&
      block.items.some((item) => source.slice(item.span.from, item.span.from + 8).includes('**'))
    )
  })
}

const COLUMN_GAP = /\s{3,}/
const BULLET = /^\s*(?:[-*•·+]|\d{1,3}[.)])\s+(?=\S)/
const FOOTER = /https?:\/\/\S+$|^\d+ of \d+$/
const LONGEST_FOOTER = 300

/** Reads lines: one whose first column surely names a section opens it; the first words are the title. */
export function parsePlainSections(source: string, guarded: Guarded, fromLine: number): Section[] {
  const reader = new LineReader()
  // Lines as they stand: those that the guard disarms hold no marks that count here.
  for (let index = fromLine; index < guarded.starts.length; index++) {
    const from = guarded.starts[index]!
    reader.line(source.slice(from, guarded.starts[index + 1] ?? source.length).trimEnd(), from)
  }
  return reader.finish(source.length)
}

class LineReader {
  private readonly sections: { -readonly [K in keyof Section]: Section[K] }[] = []
  private blocks: Block[] = []
  private run: Span[] = []
  private item: { from: number; lines: Span[] } | null = null
  private titled = false

  constructor() {
    this.open('title', 0, '', { from: 0, to: 0 })
  }

  line(line: string, start: number): void {
    const indent = line.length - line.trimStart().length
    const left = line.trim().split(COLUMN_GAP)[0] ?? ''
    const at = start + indent
    if (left === '') {
      this.endRun()
      return
    }
    if (!this.titled && !isFooter(line) && (BULLET.test(line) || /[.,;:]$/.test(left))) this.titled = true
    if (!this.titled && !isFooter(line) && /[\p{L}\p{N}]/u.test(plainWords(left))) {
      this.titled = true
      const match = sectionKindOf(left)
      this.open(match?.sure && left.split(' ').length <= 3 ? match.kind : 'title', 1, plainWords(left), {
        from: at,
        to: at + left.length,
      })
      return
    }
    const kind = headingKind(left, indent)
    if (kind) {
      this.open(kind, 2, left.replace(/[?:]$/, ''), { from: at, to: at + left.length })
      return
    }
    this.words(line, start, indent)
  }

  finish(end: number): Section[] {
    this.close()
    for (let index = 0; index < this.sections.length; index++) {
      const section = this.sections[index]!
      const to = this.sections[index + 1]?.span.from ?? end
      section.span = { from: section.span.from, to }
      section.extent = section.span
    }
    return this.sections
  }

  /** Bullets become items, other lines paragraphs; in running text only the first column counts. */
  private words(line: string, start: number, indent: number): void {
    const bullet = BULLET.exec(line)
    const to = start + line.trimEnd().length
    if (bullet) {
      this.endRun()
      this.item = { from: start + bullet[0].length, lines: [{ from: start + bullet[0].length, to }] }
    } else if (this.item) this.item.lines.push({ from: start + indent, to })
    else this.run.push({ from: start + indent, to })
  }

  private endRun(): void {
    if (this.item) {
      const { lines } = this.item
      const span = { from: lines[0]!.from, to: lines.at(-1)!.to }
      const paragraph: ParagraphBlock = { type: 'paragraph', span, lines }
      const item: ItemBlock = { type: 'item', span, box: null, blocks: [paragraph] }
      this.blocks.push({ type: 'list', ordered: false, span, items: [item] })
    } else if (this.run.length > 0) {
      this.blocks.push({
        type: 'paragraph',
        span: { from: this.run[0]!.from, to: this.run.at(-1)!.to },
        lines: this.run,
      })
    }
    this.item = null
    this.run = []
  }

  private close(): void {
    this.endRun()
    const section = this.sections.at(-1)
    if (section) section.blocks = this.blocks
    this.blocks = []
  }

  private open(kind: SectionKind, level: number, heading: string, headingSpan: Span): void {
    this.close()
    const span = { from: headingSpan.from, to: headingSpan.to }
    this.sections.push({ kind, level, heading, headingSpan, span, extent: span, lead: null, blocks: [], parent: null })
  }
}

/** An address or a page's number at the end of a line. */
function isFooter(line: string): boolean {
  return FOOTER.test(line.trim().slice(-LONGEST_FOOTER))
}

const LONGEST = 40

function headingKind(words: string, indent: number): SectionKind | null {
  if (words.length > 2 * LONGEST || words.replace(/\s*\([^()]*\)/, '').length > LONGEST || indent > LONGEST) return null
  if (!/^\p{Lu}|^[\u3040-\u9fff]/u.test(words) || /[.,;]$/.test(words)) return null
  const match = sectionKindOf(words)
  return match?.sure && match.kind !== 'metadata' ? match.kind : null
}
