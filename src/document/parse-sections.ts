/** The sections of a document: what its headings, bold lines and labelled bullets mark off. */
import type { Span } from '../base/span.ts'
import { timeTextAt } from '../timeline/time-text.ts'
import type { Block, ItemBlock, ParagraphBlock } from './blocks.ts'
import { labelAt } from './label.ts'
import type { Section } from './model.ts'
import { plainWords } from './plain-words.ts'
import type { SectionKind } from './section-kind.ts'
import { sectionKindOf } from './section-kind-of.ts'

type Draft = { -readonly [K in keyof Section]: Section[K] } & { blocks: Block[] }

/** Where a section's own words are not enough, deeper headings stay part of it unless they surely name one of these. */
const HOLDS_ITS_OWN: Partial<Record<SectionKind, readonly SectionKind[]>> = {
  timeline: ['timeline', 'action-items', 'lessons'],
  'action-items': [
    'action-items',
    'timeline',
    'lessons',
    'sign-off',
    'blamelessness',
    'went-right',
    'went-wrong',
    'lucky',
  ],
  appendix: [],
  metadata: ['metadata', 'timeline', 'summary', 'impact', 'action-items', 'root-cause'],
}
/** The name of the whole document, and what it is about. */
const LABELLED_TITLE = /^(?:incident )?(?:retrospective|review|rca|root cause analysis)\s*[:：–—-]\s*\S/i
const PSEUDO_LEVEL = 7

/** Splits top-level blocks into sections, in document order; the first holds what stands before any heading. */
export function parseSections(source: string, blocks: readonly Block[]): Section[] {
  const builder = new Builder(source)
  for (const block of blocks) builder.add(block)
  return builder.finish(source.length)
}

class Builder {
  private readonly sections: Draft[] = []
  private readonly open: number[] = []
  private readonly source: string
  private titled = false
  private labelled = false

  constructor(source: string) {
    this.source = source
    this.start('title', 0, '', { from: 0, to: 0 }, null)
  }

  add(block: Block): void {
    if (block.type === 'heading') this.heading(block.level, block.text, block.span)
    else if (block.type === 'paragraph' && this.boldHeading(block)) return
    else if (block.type === 'html' && this.foldedHeading(block.span)) return
    else this.current().blocks.push(block)
    if (block.type === 'list') this.labelledItems(block.items)
  }

  finish(end: number): Section[] {
    const { sections } = this
    let next = end
    for (let index = sections.length - 1; index >= 0; index--) {
      const section = sections[index]!
      if (section.lead) {
        section.extent = section.span
        continue
      }
      const { from } = section.span
      section.span = { from, to: next }
      section.extent = { from, to: this.firstNotDeeper(index) ?? end }
      next = from
    }
    return sections
  }

  private firstNotDeeper(index: number): number | null {
    const { level } = this.sections[index]!
    for (let later = index + 1; later < this.sections.length; later++) {
      const section = this.sections[later]!
      if (section.level <= level && !section.lead) return section.span.from
    }
    return null
  }

  private current(): Draft {
    return this.sections[this.open.at(-1)!]!
  }

  private start(
    kind: SectionKind,
    level: number,
    heading: string,
    headingSpan: Span,
    lead: Span | null,
    from = headingSpan.from,
  ) {
    while (this.open.length > 0 && this.sections[this.open.at(-1)!]!.level >= level) this.open.pop()
    const parent = this.open.at(-1) ?? null
    this.sections.push({
      kind,
      level,
      heading,
      headingSpan,
      span: { from, to: headingSpan.to },
      extent: { from, to: headingSpan.to },
      lead,
      blocks: [],
      parent,
    })
    this.open.push(this.sections.length - 1)
  }

  private heading(level: number, text: Span, span: Span): void {
    const words = plainWords(this.source.slice(text.from, text.to))
    while (this.open.length > 1 && this.current().level >= level) this.open.pop()
    const match = sectionKindOf(words)
    if (this.continuesTimeline(words, text, span)) return
    const isTitle = !this.titled && this.sections.length <= 1 && !(match?.sure && this.namesSectionOnly(words, level))
    this.titled = true
    const kind = isTitle ? 'title' : this.kindUnder(this.current().kind, match)
    this.start(kind, level, words, text, null, span.from)
  }

  /** A heading that is only a day or a time goes on with the timeline before it, whatever its level. */
  private continuesTimeline(words: string, text: Span, span: Span): boolean {
    const last = this.sections.findLastIndex((section) => section.level < PSEUDO_LEVEL)
    if (last < 0 || this.sections[last]!.kind !== 'timeline') return false
    const time = timeTextAt(words)
    if (!time || time.from > 0 || !/^[\s.:)]*$/.test(words.slice(time.to))) return false
    let timeline = last
    while (
      this.sections[timeline]!.parent !== null &&
      this.sections[this.sections[timeline]!.parent!]!.kind === 'timeline'
    )
      timeline = this.sections[timeline]!.parent!
    if (!this.open.includes(timeline)) this.open.push(timeline)
    while (this.open.at(-1) !== timeline) this.open.pop()
    this.start('timeline', Math.min(6, this.sections[timeline]!.level + 1), words, text, null, span.from)
    return true
  }

  /** `# Summary` opens the summary; `# Incident report: checkout` or a long line is a title even where it names a section. */
  private namesSectionOnly(words: string, level: number): boolean {
    if (level === 1 && LABELLED_TITLE.test(words)) return false
    return level > 1 || words.split(' ').length <= 3
  }

  private kindUnder(parent: SectionKind, match: { kind: SectionKind; sure: boolean } | null): SectionKind {
    const inherits = parent !== 'title' && parent !== 'unmapped'
    if (!inherits) return match?.kind ?? 'unmapped'
    const own = HOLDS_ITS_OWN[parent]
    if (own) return match?.sure && own.includes(match.kind) ? match.kind : parent
    return match?.sure ? match.kind : parent
  }

  /** A line that is bold as a whole, or ends with a colon, and surely names a section. */
  private boldHeading(block: ParagraphBlock): boolean {
    const line = block.lines[0]
    if (!line || block.lines.length > 1 || line.to - line.from > 120) return false
    const raw = this.source.slice(line.from, line.to)
    const bold = /^(\*\*|__)[^*_]+\1\s*:?$/.test(raw)
    if (!bold && !/^[^.!?|]{3,60}[:：]$/.test(raw)) return false
    const words = plainWords(raw).replace(/\s*[:：]$/, '')
    const match = sectionKindOf(words)
    if (!match?.sure) return false
    while (this.open.length > 1 && this.current().level >= PSEUDO_LEVEL) this.open.pop()
    const parent = this.current().kind
    const kind = this.kindUnder(parent, match)
    if (kind === parent && parent !== 'title') return false
    if (!bold && !(parent === 'title' || parent === 'unmapped')) return false
    this.start(kind, PSEUDO_LEVEL, words, line, null, block.span.from)
    return true
  }

  /** `<summary>Timeline</summary>`: what opens a folded part is its heading, where it surely names a section. */
  private foldedHeading(span: Span): boolean {
    const match = /<summary>([^<\n]{3,60})<\/summary>\s*$/i.exec(
      this.source.slice(span.from, Math.min(span.to, span.from + 300)),
    )
    const found = match && sectionKindOf(plainWords(match[1]!))
    if (!match || !found?.sure) return false
    while (this.open.length > 1 && this.current().level >= PSEUDO_LEVEL) this.open.pop()
    const parent = this.current().kind
    const kind = this.kindUnder(parent, found)
    if (kind === parent && parent !== 'title') return false
    const from = span.from + match.index + '<summary>'.length
    this.start(kind, PSEUDO_LEVEL, plainWords(match[1]!), { from, to: from + match[1]!.length }, null, span.from)
    return true
  }

  /** `- **Impact**: words` and what is nested below, where a document has no headings for its sections. */
  private labelledItems(items: readonly ItemBlock[]): void {
    const parent = this.current().kind
    if (parent !== 'title' && parent !== 'unmapped') return
    const found: { item: ItemBlock; kind: SectionKind; label: string; labelSpan: Span; lead: Span }[] = []
    for (const item of items) {
      const first = item.blocks[0]
      if (first?.type !== 'paragraph' || !first.lines[0]) continue
      const label = labelAt(this.source, first.lines[0], true)
      if (!label) continue
      const match = sectionKindOf(label.words)
      if (!match?.sure || match.kind === 'metadata') continue
      found.push({
        item,
        kind: match.kind,
        label: label.words,
        labelSpan: label.span,
        lead: { from: label.after, to: first.span.to },
      })
    }
    if (found.length < (this.labelled ? 1 : 2)) return
    this.labelled = true
    const depth = this.open.length
    for (const { item, kind, label, labelSpan, lead } of found) {
      this.start(kind, PSEUDO_LEVEL, label, labelSpan, lead, item.span.from)
      const section = this.sections.at(-1)!
      section.span = item.span
      for (const block of item.blocks.slice(1)) section.blocks.push(block)
      this.open.length = depth
    }
  }
}
