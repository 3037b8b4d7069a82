/** The running words of a postmortem with their places: no code, no addresses, no comments. */
import type { Span } from '../../base/span.ts'
import type { Block, ItemBlock } from '../../document/blocks.ts'
import type { Postmortem } from '../../document/model.ts'
import { remembered } from '../remembered.ts'

/** What stands for a character that is not prose. */
const MASK = '\ufffc'

/** One paragraph, cell or heading. `text` has the length of its span: code and addresses are masked, not removed. */
export interface ProseRun extends Span {
  readonly text: string
  /** Index of its section. */
  readonly section: number
  readonly where: 'heading' | 'paragraph' | 'item' | 'cell' | 'quote'
}

/** All running words in the order of the text; worked out once for a postmortem. */
export const proseOf: (postmortem: Postmortem) => readonly ProseRun[] = remembered((postmortem) => {
  const runs: ProseRun[] = []
  const { source, sections } = postmortem
  const add = (span: Span, section: number, where: ProseRun['where']) => {
    if (span.to > span.from) {
      const { from, to } = span
      runs.push({ from, to, text: maskCode(source.slice(from, to)), section, where })
    }
  }
  const visit = (block: Block | ItemBlock, section: number, where: ProseRun['where']): void => {
    if (block.type === 'paragraph') {
      const [first, last] = [block.lines[0], block.lines.at(-1)]
      if (first && last) add({ from: first.from, to: last.to }, section, where)
    } else if (block.type === 'list') for (const item of block.items) visit(item, section, where)
    else if (block.type === 'item') {
      for (const each of block.blocks) visit(each, section, where === 'quote' ? where : 'item')
    } else if (block.type === 'quote') for (const each of block.blocks) visit(each, section, 'quote')
    else if (block.type === 'table') {
      for (const cells of [block.header, ...block.rows.map((row) => row.cells)]) {
        for (const cell of cells) add(cell, section, 'cell')
      }
    }
  }
  const seen = new Set<Block>()
  sections.forEach((section, index) => {
    if (section.level > 0 && section.level < 7) add(section.headingSpan, index, 'heading')
    for (const block of section.blocks) {
      if (seen.has(block)) continue
      seen.add(block)
      visit(block, index, 'paragraph')
    }
  })
  runs.sort((a, b) => a.from - b.from || b.to - a.to)
  // A labelled bullet can be a section of its own and part of the list it stands in.
  return runs.filter((run, index) => index === 0 || run.from >= runs[index - 1]!.to)
})

/** The same text with code spans, link targets, bare addresses and comments masked, character for character. */
export function maskCode(text: string): string {
  // Most paragraphs hold none of these, and looking for fixed words is far cheaper than for patterns.
  let masked = text.includes('`') ? maskCodeSpans(text) : text
  if (masked.includes('](')) masked = maskMatches(masked, /\]\([^()\s]{1,2000}\)/g)
  if (masked.includes('://')) masked = maskMatches(masked, /<?\bhttps?:\/\/[^\s<>)|\]]{1,2000}>?/g)
  if (masked.includes('<!--')) masked = maskMatches(masked, /<!--[\s\S]{0,2000}?-->/g)
  return masked
}

/** The same text with quotations masked: "...", “...”, 「...」, 『...』, up to 300 characters each. */
export function maskQuotations(text: string): string {
  return maskMatches(text, /"[^"]{1,300}"|“[^”]{1,300}”|「[^」]{1,300}」|『[^』]{1,300}』/g)
}

function maskMatches(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => MASK.repeat(match.length))
}

function maskCodeSpans(text: string): string {
  let result = ''
  let done = 0
  const missing = new Set<number>()
  for (let at = text.indexOf('`'); at !== -1; ) {
    const run = runLength(text, at)
    const escaped = text[at - 1] === '\\'
    const close = escaped || missing.has(run) ? -1 : closingRun(text, at + run, run)
    if (close === -1) {
      // No run of this length follows, so none need be looked for again.
      if (!escaped) missing.add(run)
    } else {
      result += text.slice(done, at) + MASK.repeat(close + run - at)
      done = close + run
    }
    at = text.indexOf('`', close === -1 ? at + run : done)
  }
  return result + text.slice(done)
}

function closingRun(text: string, from: number, run: number): number {
  for (let at = text.indexOf('`', from); at !== -1; ) {
    const length = runLength(text, at)
    if (length === run) return at
    at = text.indexOf('`', at + length)
  }
  return -1
}

function runLength(text: string, at: number): number {
  let end = at
  while (text[end] === '`') end++
  return end - at
}
