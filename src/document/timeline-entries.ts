/** The entries of the sections that are a timeline, in whatever form they are written. */
import type { Span } from '../base/span.ts'
import { trimSpan } from '../base/span.ts'
import { momentTextAt } from '../timeline/elapsed-time.ts'
import type { TimeText } from '../timeline/time-text.ts'
import type { Block, ItemBlock, ListBlock, ParagraphBlock } from './blocks.ts'
import { labelAt } from './label.ts'
import type { Section } from './model.ts'
import { plainWords } from './plain-words.ts'
import type { TimeEntry } from './time-entry.ts'
import { timelineTable } from './timeline-table.ts'

const SEPARATOR = /^(?:[\s*_`~)\]}）」]|(?:[-–—:：|,;→>•·]|->|=>)(?!\d))*/
const POSTED = /^[*_]{0,2}(?:posted|updated)\b[^.\n]{0,40}?(?:\bago\b\.?|\bon\b|\bat\b|:)\s*[-–—]?\s*/i
const RANGE_END = /^\s*(?:[-–—~→]|to|until|〜)\s*(?=[\d~])/

/** Entries of all timeline sections in document order. */
export function timelineEntries(source: string, sections: readonly Section[]): TimeEntry[] {
  const entries: TimeEntry[] = []
  for (let index = 0; index < sections.length; index++) {
    const section = sections[index]!
    if (section.kind !== 'timeline') continue
    const reader = new SectionReader(source, index)
    const child = section.parent !== null && sections[section.parent]!.kind === 'timeline'
    if (child || (section.level > 0 && momentTextAt(plainWords(section.heading))?.clock)) reader.heading(section)
    if (section.lead) reader.lead(section.lead)
    for (const block of section.blocks) reader.block(block)
    if (!reader.entries.some((entry) => entry.form === 'row')) for (const block of section.blocks) reader.untimed(block)
    for (const entry of reader.entries) entries.push(entry)
  }
  return entries
}

class SectionReader {
  readonly entries: TimeEntry[] = []
  private readonly source: string
  private readonly section: number

  constructor(source: string, section: number) {
    this.source = source
    this.section = section
  }

  /** `### 11:35` is an entry whose words are the rest of the heading or the first words below; `### 3 May` sets the day. */
  heading(section: Section): void {
    const { headingSpan: span } = section
    const raw = this.source.slice(span.from, span.to)
    const time = momentTextAt(raw)
    if (!time) return
    const rest = this.afterTime(span, time)
    const first = section.blocks.find((block) => block.type !== 'rule')
    const holdsTimes = section.blocks.some((block) => block.type === 'table' || this.startsWithClock(block))
    if (!time.clock && (holdsTimes || (rest.from >= rest.to && !first)))
      return void this.push('day', time, span, rest, section.span)
    const words = rest.from < rest.to || !first ? rest : firstLine(first)
    this.push('row', time, span, words, section.span)
  }

  lead(span: Span): void {
    this.line(span, span, false)
  }

  block(block: Block): void {
    if (block.type === 'table')
      for (const entry of timelineTable(this.source, block, this.section)) this.entries.push(entry)
    else if (block.type === 'list') this.list(block, false)
    else if (block.type === 'paragraph') this.paragraph(block)
    else if (block.type === 'quote') for (const inner of block.blocks) this.block(inner)
  }

  /** Where a section tells no times at all: the lines of a pasted log, and bullets as entries whose time is not known. */
  untimed(block: Block): void {
    if (block.type === 'list') {
      for (const item of block.items) {
        const first = item.blocks[0]
        if (first?.type === 'paragraph' && first.lines[0])
          this.push('row', null, null, this.withoutBox(item, first.lines[0]), item.span)
      }
    }
    if (block.type !== 'code') return
    let from = block.span.from
    for (const line of this.source.slice(block.span.from, block.span.to).split(/\r\n|\n|\r/)) {
      const span = { from, to: from + line.length }
      if (momentTextAt(line)?.clock) this.line(span, span, false)
      from = span.to + (this.source.startsWith('\r\n', span.to) ? 2 : 1)
    }
  }

  private list(list: ListBlock, nested: boolean): void {
    const timed = list.items.filter((item) => this.itemTime(item) !== null).length
    for (const item of list.items) this.item(item, nested, timed > 0 && timed * 4 >= list.items.length)
  }

  private item(item: ItemBlock, nested: boolean, siblingsTimed: boolean): void {
    const first = item.blocks[0]
    if (first?.type !== 'paragraph') {
      for (const block of item.blocks) if (block.type === 'list' || block.type === 'table') this.block(block)
      return
    }
    const span = this.withoutBox(item, firstLine(first))
    const time = this.itemTime(item)
    const lists = item.blocks.filter((block) => block.type === 'list')
    const innerTimed = lists.some((list) => list.items.some((inner) => this.itemTime(inner) !== null))
    if (time) {
      const rest = this.afterTime(span, time)
      const setsDay = !time.clock && innerTimed
      this.push(
        setsDay && rest.from >= rest.to ? 'day' : 'row',
        time,
        span,
        rest.from < rest.to ? rest : belowFirst(first, item),
        item.span,
      )
    } else if (siblingsTimed && !nested && !innerTimed) this.push('row', null, null, span, item.span)
    for (const extra of first.lines.slice(1))
      if (momentTextAt(this.source.slice(extra.from, extra.to))?.clock) this.line(extra, extra, true)
    if (innerTimed && !time?.clock) for (const list of lists) this.list(list, true)
  }

  private itemTime(item: ItemBlock): TimeText | null {
    const first = item.blocks[0]
    if (first?.type !== 'paragraph' || !first.lines[0]) return null
    const span = this.withoutBox(item, first.lines[0])
    const raw = this.source.slice(span.from, span.to)
    return momentTextAt(raw) ?? labelledTime(this.source, span) ?? lateTime(raw)
  }

  private withoutBox(item: ItemBlock, span: Span): Span {
    return item.box ? trimSpan(this.source, { from: item.box.span.to, to: span.to }) : span
  }

  private paragraph(block: ParagraphBlock): void {
    if (this.timeBelow(block)) return
    for (const [index, line] of block.lines.entries()) {
      const raw = this.source.slice(line.from, line.to)
      const time = momentTextAt(raw)
      if (!time) continue
      const rest = this.afterTime(line, time)
      if (!time.clock && rest.from < rest.to && !separates(raw.slice(time.to))) continue
      const onlyDay = !time.clock && rest.from >= rest.to
      const words = rest.from >= rest.to ? (block.lines[index + 1] ?? rest) : rest
      this.push(onlyDay ? 'day' : 'row', time, line, words, onlyDay ? line : { from: line.from, to: block.span.to })
    }
  }

  /** `**Resolved**`, words, `Posted 3 months ago. Aug 12, 2026 - 16:44 UTC`: status pages write the time below. */
  private timeBelow({ lines, span }: ParagraphBlock): boolean {
    const last = lines.at(-1)
    const words = lines.at(-2)
    if (!last || !words || lines.length > 12 || momentTextAt(this.source.slice(lines[0]!.from, lines[0]!.to)))
      return false
    const raw = this.source.slice(last.from, last.to)
    const from = POSTED.exec(raw)?.[0].length ?? 0
    const time = momentTextAt(raw.slice(from))
    if (!time?.clock || !time.date || !/^[\s.*_)]*$/.test(raw.slice(from + time.to))) return false
    const placed = { ...time, from: from + time.from, to: from + time.to }
    this.push('row', placed, last, { from: lines[0]!.from, to: words.to }, span)
    return true
  }

  private line(span: Span, whole: Span, clockOnly: boolean): void {
    const time = momentTextAt(this.source.slice(span.from, span.to))
    if (time && (time.clock || !clockOnly)) this.push('row', time, span, this.afterTime(span, time), whole)
  }

  private startsWithClock(block: Block): boolean {
    if (block.type === 'paragraph')
      return block.lines.some((line) => Boolean(momentTextAt(this.source.slice(line.from, line.to))?.clock))
    if (block.type === 'list') return block.items.some((item) => Boolean(this.itemTime(item)?.clock))
    return false
  }

  /** What follows the time, its range end, and the marks between. */
  private afterTime(span: Span, time: TimeText): Span {
    if (
      time.from > 0 &&
      time.to === span.to - span.from &&
      /[\p{L}\p{N}]/u.test(this.source.slice(span.from, span.from + time.from))
    )
      return trimSpan(this.source, { from: span.from, to: span.from + time.from })
    let at = time.to
    const raw = this.source.slice(span.from, span.to)
    const range = RANGE_END.exec(raw.slice(at))
    if (range) {
      const end = momentTextAt(raw.slice(at + range[0].length))
      if (end) at += range[0].length + end.to
    }
    at += SEPARATOR.exec(raw.slice(at, at + 40))?.[0].length ?? 0
    return { from: Math.min(span.from + at, span.to), to: span.to }
  }

  private push(form: TimeEntry['form'], time: TimeText | null, timeLine: Span | null, text: Span, span: Span): void {
    const timeSpan = time && timeLine ? { from: timeLine.from + time.from, to: timeLine.from + time.to } : null
    this.entries.push({
      form,
      time,
      timeSpan,
      textSpan: text,
      sourceSpan: null,
      columnZone: null,
      span,
      section: this.section,
    })
  }
}

const LATE = /\d{4}-\d{1,2}-\d{1,2}(?:[ T]+\d{1,2}:\d{2})?|\b\d{1,2}:\d{2}\b/

/** `First detected 2026-11-15 16:03`: a short line that ends with its time, or with its time and a remark in brackets. */
function lateTime(raw: string): TimeText | null {
  if (raw.length > 120) return null
  const match = LATE.exec(raw)
  if (!match || match.index === 0) return null
  const found = momentTextAt(raw.slice(match.index))
  if (!found) return null
  const to = match.index + found.to
  return /^[\s*_`.)\]]*(?:\([^()]{0,40}\))?\s*$/.test(raw.slice(to))
    ? { ...found, from: match.index, to: raw.length }
    : null
}

/** `**Detection**: 9 October 2026 05:00 UTC - words`: the time is the first thing after a label. */
function labelledTime(source: string, span: Span): TimeText | null {
  const label = labelAt(source, span)
  const found = label && momentTextAt(source.slice(label.after, span.to))
  if (!label || !found || (!found.clock && found.date?.year === null)) return null
  const offset = label.after - span.from
  return { ...found, from: offset + found.from, to: offset + found.to }
}

function separates(rest: string): boolean {
  return /^[\s*_`)\]]*(?:[-–—:：|,→]|->|=>|\s{2,}|$)/.test(rest)
}

function firstLine(block: Block): Span {
  return block.type === 'paragraph' && block.lines[0] ? block.lines[0] : block.span
}

/** Words for an item whose first line is only a time: the next line, else the first nested words. */
function belowFirst(first: ParagraphBlock, item: ItemBlock): Span {
  if (first.lines[1]) return first.lines[1]
  const next = item.blocks[1]
  if (next?.type === 'paragraph') return firstLine(next)
  if (next?.type === 'list' && next.items[0]?.blocks[0]) return firstLine(next.items[0].blocks[0])
  return { from: first.span.to, to: first.span.to }
}
