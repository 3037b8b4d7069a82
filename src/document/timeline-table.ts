/** Timelines written as tables: which column is the time, the day, the event, the source. */
import type { Span } from '../base/span.ts'
import { momentTextAt } from '../timeline/elapsed-time.ts'
import { type Zone, zoneIn } from '../timeline/zone.ts'
import type { TableBlock } from './blocks.ts'
import { plainWords } from './plain-words.ts'
import type { TimeEntry } from './time-entry.ts'

interface Columns {
  readonly time: number
  readonly day: number
  readonly event: number
  readonly source: number
  readonly zone: Zone | null
  /** A year that the header of the day's column names. */
  readonly year: string | null
  /** Further columns of times, read where the first is blank. */
  readonly others: readonly { readonly column: number; readonly zone: Zone | null }[]
}

const TIME =
  /\b(?:time|times|when|timestamps?|ts|utc|gmt|hour|clock|at|elapsed|offset|minute|heure|hora|horário|uhrzeit|zeit|tijd|zeitpunkt)\b|\b[ecmpj][sd]?t\b|時刻|日時|時間|時間帯|时间|시간/i
const DAY = /^(?:date|day|datum|data|fecha|jour|tag|dia|日付|日|日期)(?![\p{L}])/iu
const EVENT =
  /\b(?:events?|what|description|action|activity|details?|update|note|notes|message|happened|status|comment|summary|observation|step|événement|évènement|evento|ereignis|gebeurtenis|acción|ação|beschreibung|descripción|descrição)(?![\p{L}])|イベント|内容|出来事|事象|対応|事件|이벤트/iu
/** Words that may begin with a time and are the event all the same. */
const SURELY_EVENT = /^(?:events?|description|details?|what(?: happened)?|イベント|内容|出来事)$/i
/** The event only where no other column is. */
const BESIDE_EVENT = /^(?:status|phase|state|comments?|notes?)$/i
const SOURCE = /^(?:sources?|links?|evidence|references?|ref|出典|ソース|参照)$/i
/** Words or figures: a row of dots or dashes tells nothing. */
const MEANT = /[\p{L}\p{N}]/u
const SAMPLE = 12

/** The rows of a table as entries; none where the table tells no times. */
export function timelineTable(source: string, table: TableBlock, section: number): TimeEntry[] {
  const columns = columnsOf(source, table)
  if (!columns) return []
  const entries: TimeEntry[] = []
  for (const row of table.rows) {
    const event = row.cells[columns.event] ?? { from: row.span.to, to: row.span.to }
    const timeCell = row.cells[columns.time]
    const dayCell = columns.day >= 0 ? row.cells[columns.day] : undefined
    const timeSpan = joined(dayCell, timeCell)
    const [dayWords, clockWords] = [dayCell, timeCell].map((cell) => (cell ? wordsOf(source, cell) : ''))
    const year = columns.year && dayWords && !/\d{4}/.test(dayWords) ? ` ${columns.year}` : ''
    const words = `${dayWords}${year} ${clockWords}`.trim()
    const empty = event.from === event.to
    if (words === '' && empty) continue
    if (
      !MEANT.test(source.slice(row.span.from, row.span.to)) ||
      !source.slice(row.span.from, row.span.to).includes('|')
    )
      continue
    const time = momentTextAt(words)
    const other = time ? null : otherTime(source, row.cells, columns)
    entries.push({
      // A row that holds a day and nothing else heads the rows below it.
      form: empty && time?.date && !time.clock ? 'day' : 'row',
      time: time ?? other?.time ?? null,
      timeSpan: other?.span ?? (words !== '' ? timeSpan : null),
      textSpan: event,
      sourceSpan: columns.source >= 0 ? (row.cells[columns.source] ?? null) : null,
      columnZone: other ? other.zone : columns.zone,
      span: row.span,
      section,
    })
  }
  return entries
}

function columnsOf(source: string, table: TableBlock): Columns | null {
  const names = table.header.map((cell) => wordsOf(source, cell))
  const told = names.map((_, column) => shareOfTimes(source, table, column))
  let time = -1
  let day = -1
  for (let column = 0; column < names.length; column++) {
    const name = names[column]!
    if (DAY.test(name) && !TIME.test(name)) day = day < 0 && told[column]! > 0.2 ? column : day
    else if (TIME.test(name) && (told[column]! > 0.2 || /^(?:time|時刻)/i.test(name))) {
      // Of a local and a UTC column the UTC one is the truth.
      if (time < 0 || (/utc/i.test(name) && !/utc/i.test(names[time]!) && told[column]! > 0.2)) time = column
    }
  }
  if (time < 0 && day < 0) time = told.findIndex((share) => share >= 0.5)
  if (time < 0 && day >= 0) [time, day] = [day, -1]
  if (time < 0) return null
  const taken = (column: number) =>
    column === time || column === day || (told[column]! >= 0.8 && !SURELY_EVENT.test(names[column]!))
  const source_ = names.findIndex((name) => SOURCE.test(name))
  const tells = (name: string, column: number) => !taken(column) && column !== source_ && EVENT.test(name)
  let event = names.findIndex((name, column) => tells(name, column) && !BESIDE_EVENT.test(name))
  if (event < 0) event = names.findIndex(tells)
  if (event < 0) event = names.findIndex((_, column) => !taken(column) && column !== source_)
  if (event < 0) return null
  const others = names.flatMap((name, column) =>
    column !== time && column !== day && column !== event && told[column]! > 0.5
      ? [{ column, zone: zoneIn(name) }]
      : [],
  )
  const year = day < 0 ? null : (/\b(?:19|20)\d{2}\b/.exec(names[day]!)?.[0] ?? null)
  return { time, day, event, source: source_, zone: zoneIn(names[time]!), year, others }
}

function otherTime(source: string, cells: readonly Span[], { others }: Columns) {
  for (const { column, zone } of others) {
    const span = cells[column]
    const time = span && momentTextAt(wordsOf(source, span))
    if (span && time) return { time, span, zone }
  }
  return null
}

function shareOfTimes(source: string, table: TableBlock, column: number): number {
  let filled = 0
  let times = 0
  for (const row of table.rows.slice(0, SAMPLE)) {
    const cell = row.cells[column]
    if (!cell || cell.from === cell.to) continue
    filled++
    if (momentTextAt(wordsOf(source, cell))) times++
  }
  return filled === 0 ? 0 : times / filled
}

function wordsOf(source: string, cell: Span): string {
  return plainWords(source.slice(cell.from, cell.to))
}

function joined(first: Span | undefined, second: Span | undefined): Span | null {
  if (first && second) return { from: Math.min(first.from, second.from), to: Math.max(first.to, second.to) }
  return first ?? second ?? null
}
