/** Action items, whether they are table rows, check boxes, bullets, headings with labels, or paragraphs. */
import { instantOfDay, utcDay } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import type { Span } from '../base/span.ts'
import { timeTextAt } from '../timeline/time-text.ts'
import { type ActionColumn, actionColumns } from './action-columns.ts'
import type { Block, ItemBlock, ListBlock, ParagraphBlock, TableBlock } from './blocks.ts'
import { itemInWords, nameAsLabel, nameAtEnd } from './item-in-words.ts'
import { itemStatusOf, itemTypeOf, priorityOf } from './item-words.ts'
import { labelAt } from './label.ts'
import { fieldOf, labelledValues } from './labelled-values.ts'
import type { ActionItem, Field, Section } from './model.ts'
import { plainWords } from './plain-words.ts'

type Draft = Omit<ActionItem, 'id' | 'idGiven'> & { readonly givenId: string | null }

/** Sub-headings that explain the items instead of naming any. */
const LEGEND = /\b(?:legend|definitions?|explanations?|key)$|説明|凡例|定義/i
const MARKED_LINE = /^(?:[•◦▪‣☐☑✅✔⬜⏳❌]|🔲|🟢|🟡|🔴)/u
/** Nested bullets that belong to the item above them. */
const REMARK = /^(?:files?|tools?|locations?|paths?|notes?|references?|links?|see|see also|details?|example)\s*[:：]/i

/** All action items in document order. `day` (UTC midnight) gives the year to dates that leave it out. */
export function parseActionItems(source: string, sections: readonly Section[], day: number | null): ActionItem[] {
  const drafts: Draft[] = []
  let prose: Draft[] = []
  for (let index = 0; index < sections.length; index++) {
    const section = sections[index]!
    if (section.kind !== 'action-items' || LEGEND.test(section.heading)) continue
    const reader = new Reader(source, index, day)
    const before = drafts.length
    const heading = reader.headingItem(section)
    if (heading) drafts.push(heading)
    else for (const draft of reader.blocks(section.blocks)) drafts.push(draft)
    if (drafts.length === before) prose = prose.concat(reader.paragraphs(section))
  }
  if (drafts.length > 0) prose = []
  return named([...drafts, ...prose])
}

/** Ids as written, else the next free `A1`, `A2` by position. */
function named(drafts: readonly Draft[]): ActionItem[] {
  const given = new Set(drafts.flatMap((draft) => (draft.givenId ? [draft.givenId.toUpperCase()] : [])))
  let next = 1
  return drafts.map(({ givenId, ...item }) => {
    if (givenId) return { ...item, id: givenId, idGiven: true }
    while (given.has(`A${next}`)) next++
    return { ...item, id: `A${next++}`, idGiven: false }
  })
}

class Reader {
  private readonly source: string
  private readonly section: number
  private readonly day: number | null

  constructor(source: string, section: number, day: number | null) {
    this.source = source
    this.section = section
    this.day = day
  }

  blocks(blocks: Section['blocks']): Draft[] {
    return blocks.flatMap((block, index) => (this.belongsTo(blocks[index - 1], block) ? [] : this.block(block)))
  }

  block(block: Section['blocks'][number]): Draft[] {
    if (block.type === 'table') return this.table(block)
    if (block.type === 'list') return this.list(block)
    if (block.type === 'paragraph') return this.markedLines(block)
    if (block.type === 'quote') return block.blocks.flatMap((inner) => this.block(inner))
    return []
  }

  /** `### A1: words` with `**Owner:**` lines below is one item; any other heading groups the items below it. */
  headingItem(section: Section): Draft | null {
    const id = /^\s*((?:AI|A|P|D|M|L)[-–]?\d{1,3})\s*[:.)–—-]\s*(?=\S)/i.exec(section.heading)
    const { labelled } = labelledValues(this.source, section.blocks, { boldOnly: false, tables: false })
    const columns = actionColumns(labelled.map(({ label }) => label))
    if (!columns.has('owner') && !columns.has('due') && !(id && columns.has('status'))) return null
    if (section.blocks.some((block) => block.type === 'table') || section.level <= 2) return null
    const at = (column: ActionColumn) => {
      const index = columns.get(column)
      return index === undefined ? null : labelled[index]!.value
    }
    return this.draft('heading', fieldOf(this.source, section.headingSpan), section.span, id?.[1] ?? null, at)
  }

  /** Bullets at the margin below `1. **Words.** A sentence that goes on:` are part of it, though Markdown takes them for a list of their own. */
  private belongsTo(before: Block | undefined, block: Block): boolean {
    if (before?.type !== 'list' || block.type !== 'list' || !before.ordered || block.ordered) return false
    const last = before.items.at(-1)?.blocks.at(-1)
    if (last?.type !== 'paragraph') return false
    const words = this.words(last.span)
    return /[:：]$/.test(words) && words.split(' ').length > 4
  }

  /** Lines that begin with a bullet or box that is no mark of Markdown. */
  private markedLines({ lines }: ParagraphBlock): Draft[] {
    if (!lines.every((line) => MARKED_LINE.test(this.source.slice(line.from, line.from + 4)))) return []
    return lines.map((line) => {
      const mark = /^[•◦▪‣]\s*/.exec(this.source.slice(line.from, line.to))
      return this.inWords('bullet', { from: line.from + (mark?.[0].length ?? 0), to: line.to }, line, null)
    })
  }

  /** Paragraphs, for a section that holds nothing else. */
  paragraphs(section: Section): Draft[] {
    const spans = section.lead && section.lead.to > section.lead.from ? [section.lead] : []
    for (const block of section.blocks) if (block.type === 'paragraph') spans.push(block.span)
    return spans
      .filter((span) => !isNothing(plainWords(this.source.slice(span.from, span.to))))
      .map((span) => this.inWords('text', span, span, null))
  }

  private table(table: TableBlock): Draft[] {
    const names = table.header.map((cell) => this.words(cell))
    const columns = actionColumns(names)
    const firstFree = names.findIndex((_, column) => ![...columns.values()].includes(column))
    const description = columns.get('description') ?? firstFree
    if (description < 0) return []
    const drafts: Draft[] = []
    for (const row of table.rows) {
      const cell = row.cells[description]
      if (!cell || cell.from === cell.to || !this.source.slice(row.span.from, row.span.to).includes('|')) continue
      const at = (column: ActionColumn) => {
        const index = columns.get(column)
        const span = index === undefined ? undefined : row.cells[index]
        return span ? fieldOf(this.source, span) : null
      }
      drafts.push(this.draft('table', fieldOf(this.source, cell), row.span, at('id')?.value || null, at))
    }
    return drafts
  }

  private list(list: ListBlock, nested = false): Draft[] {
    const drafts = list.items.flatMap((item) => this.item(item, nested))
    const dated = drafts.every(({ due }) => due !== null)
    const ends = list.items.map((item) => this.nameOf(item, nameAtEnd))
    const names = dated && ends.includes(null) ? list.items.map((item) => this.nameOf(item, nameAsLabel)) : ends
    if (names.length < 2 || names.length !== drafts.length || names.includes(null)) return drafts
    return drafts.map((draft, index) => ({ ...draft, owner: draft.owner ?? names[index]! }))
  }

  private item(item: ItemBlock, nested: boolean): Draft[] {
    const first = item.blocks[0]
    if (first?.type !== 'paragraph' || !first.lines[0]) return item.blocks.flatMap((block) => this.block(block))
    const lists = item.blocks.filter((block) => block.type === 'list')
    const tables = item.blocks.filter((block) => block.type === 'table')
    const words = { from: item.box ? item.box.span.to : first.span.from, to: first.span.to }
    const text = this.words({ from: Math.max(words.from, first.lines[0].from), to: words.to })
    if (isNothing(text) || (nested && REMARK.test(text))) return []
    const { labelled } = labelledValues(this.source, lists, { boldOnly: false, tables: false })
    const columns = actionColumns(labelled.map(({ label }) => label))
    const hasLabels = columns.has('owner') || columns.has('due') || columns.has('status') || columns.has('ticket')
    if (!hasLabels && (lists.length > 0 || tables.length > 0) && this.isGroup(item, text))
      return [...lists, ...tables].flatMap((block) =>
        block.type === 'list' ? this.list(block, true) : this.block(block),
      )
    const at = (column: ActionColumn) => {
      const index = columns.get(column)
      return index === undefined ? null : labelled[index]!.value
    }
    const start = Math.max(words.from, first.lines[0].from)
    return [this.inWords('bullet', { from: start, to: words.to }, item.span, item.box, hasLabels ? at : undefined)]
  }

  private nameOf({ box, blocks: [first] }: ItemBlock, find: (words: string) => Span | null): Field | null {
    if (first?.type !== 'paragraph') return null
    const from = box?.span.to ?? first.lines[0]?.from ?? first.span.from
    const name = find(this.source.slice(from, first.span.to))
    return name && fieldOf(this.source, { from: from + name.from, to: from + name.to })
  }

  /** A bullet that only names what is below it: wholly bold, ending with a colon, or a word or two. */
  private isGroup(item: ItemBlock, text: string): boolean {
    if (item.box && !item.blocks.some((block) => block.type === 'list' && block.items.every(({ box }) => box)))
      return false
    return /[:：]$/.test(text) || text.split(/\s+/).length <= (item.box ? 1 : 2)
  }

  private inWords(
    form: ActionItem['form'],
    words: Span,
    span: Span,
    box: ItemBlock['box'],
    below?: (column: ActionColumn) => Field | null,
  ): Draft {
    const raw = this.source.slice(words.from, words.to)
    const found = itemInWords(raw)
    const field = (inner: Span | null) =>
      inner && fieldOf(this.source, { from: words.from + inner.from, to: words.from + inner.to })
    const at = (column: ActionColumn) => {
      const labelled = below?.(column)
      if (labelled) return labelled
      if (column === 'status' && box && !found.status)
        return { value: box.ticked ? 'done' : 'open', text: box.ticked ? 'done' : 'open', span: box.span }
      return column === 'owner' || column === 'due' || column === 'ticket' || column === 'status'
        ? field(found[column])
        : null
    }
    const id = /^\s*(?:\*\*|`)?((?:AI|A|P|D|M|L)[-–]?\d{1,3})(?:\*\*|`)?\s*[:.)–—-]\s*(?=\S)/i.exec(raw)
    const label = labelAt(this.source, words, true)
    const description = fieldOf(this.source, words)
    return this.draft(
      form,
      description,
      span,
      id?.[1] ?? (label && /^[A-Z]{1,3}-?\d{1,3}$/.test(label.words) ? label.words : null),
      at,
    )
  }

  private draft(
    form: ActionItem['form'],
    description: Field,
    span: Span,
    givenId: string | null,
    at: (column: ActionColumn) => Field | null,
  ): Draft {
    const valued = <T>(field: Field | null, read: (text: string) => T): Field<T> | null =>
      field && { value: read(field.text), text: field.text, span: field.span }
    const present = (field: Field | null) => field && (field.text === '' && form !== 'table' ? null : field)
    return {
      givenId: givenId && givenId.length <= 24 ? givenId.trim() : null,
      description,
      owner: present(at('owner')),
      ticket: present(at('ticket')),
      due: valued(at('due'), (text) => this.dueDay(text)),
      status: valued<ItemStatus | null>(at('status'), itemStatusOf),
      priority: valued(at('priority'), priorityOf),
      type: valued(at('type'), itemTypeOf),
      addresses: valued(at('addresses'), causeIds),
      proof: at('proof'),
      effect: at('effect'),
      span,
      section: this.section,
      form,
    }
  }

  private dueDay(text: string): string | null {
    const date = timeTextAt(text)?.date
    if (!date) return null
    const year = date.year ?? (this.day === null ? null : new Date(this.day).getUTCFullYear())
    const instant = year === null ? null : instantOfDay(year, date.month, date.day)
    return instant === null ? null : utcDay(instant)
  }

  private words(span: Span): string {
    return plainWords(this.source.slice(span.from, span.to))
  }
}

/** `T, CF1`: the ids of causes that a cell names. */
function causeIds(text: string): readonly string[] {
  return [...text.toUpperCase().matchAll(/\b(?:T|L|MC|RC|CF\d{1,2}|W\d{1,2})\b/g)].map((match) => match[0])
}

function isNothing(text: string): boolean {
  return text === '' || /^(?:none|n\/a|tbd|-|no (?:action items|comments added|actions?)\.?|なし)$/i.test(text)
}
