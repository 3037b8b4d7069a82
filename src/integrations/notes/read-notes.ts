/** Reads hand-written notes line by line: a time and what happened; lines without a time are kept, undated. */
import { digest } from '../../base/digest.ts'
import type { Instant } from '../../base/instant.ts'
import type { Artefact, EvidenceBatch, EvidenceProblem, Fact, UndatedNote } from '../../evidence/fact.ts'
import { dateIn, type TimeText } from '../../timeline/time-text.ts'
import { zoneIn } from '../../timeline/zone.ts'
import { artefactOfUrl } from '../kit/artefact-of-url.ts'
import { findLinks } from '../kit/find-links.ts'
import { oneLine } from '../kit/plain-text.ts'
import { type LineParts, lineParts } from './line-parts.ts'
import type { NoteDay } from './note-day.ts'
import { noteTime } from './note-time.ts'

/** An entry while its continuation lines are still being read. */
interface Entry {
  readonly at: Instant
  readonly endAt?: Instant
  readonly rawTime: string
  readonly indent: number
  readonly lineNumber: number
  readonly words: string[]
}

const SEPARATORS = /^[\s\-–—:|)\]*_.,;>→]+/
const TIME_HEADER = /^(?:time|date|when|zeit|uhrzeit|hora|heure|時刻|時間|日時)/i

/** The facts, undated notes and problems of a text; `day` holds what is known before its first line. */
export function readNoteLines(text: string, day: NoteDay): EvidenceBatch {
  const entries: Entry[] = []
  const undated: UndatedNote[] = []
  const problems: EvidenceProblem[] = []
  const keep = (parts: LineParts, lineNumber: number, why: string) => {
    const path = `line ${lineNumber}`
    const words = oneLine(parts.words)
    undated.push({ id: `notes:undated-${digest(words).slice(0, 16)}`, source: 'notes', text: words, path })
    problems.push({
      path,
      message: `Line ${lineNumber} has no time that can be read: ${why}. It was kept as an undated note.`,
    })
  }
  let open: Entry | null = null
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue
    const parts = lineParts(line)
    const lineNumber = index + 1
    if (parts.form === 'rule' || parts.words === '') continue
    const time = noteTime(parts.words)
    if (time?.clock && !time.impossible) {
      const entry = entryOf(parts, time, day, lineNumber)
      if ('why' in entry) keep(parts, lineNumber, entry.why)
      else entries.push(entry)
      open = 'why' in entry ? null : entry
    } else if (isFrame(parts, time, day, entries.length === 0)) open = null
    else if (open && (parts.indent > open.indent || open.words.length === 0) && parts.form === 'line')
      open.words.push(parts.words)
    else {
      keep(
        parts,
        lineNumber,
        time?.impossible
          ? 'it names a day or time that does not exist'
          : time
            ? 'it names a day only'
            : 'expected a line such as "14:03 error rate alert fired"',
      )
      open = null
    }
  }
  const { facts, artefacts } = factsOf(entries, problems)
  return { facts, undated, artefacts, problems }
}

/** Headings, lone dates, table headers and sentences about the zone: they set the day and the zone, and tell nothing else. */
function isFrame(parts: LineParts, time: TimeText | null, day: NoteDay, isFirst: boolean): boolean {
  const { form, words, cells } = parts
  const isHeader = form === 'row' && TIME_HEADER.test(cells[0] ?? '')
  const aboutTimes = /\b(?:times?|time ?zone|timestamps?)\b/i.test(words)
  if (form === 'heading' || isHeader || (aboutTimes && !parts.bullet)) {
    const zone = zoneIn(words)
    if (zone) day.setZone(zone)
    if (zone && form === 'line') return true
  }
  if (time?.date && !time.clock && words.slice(time.to).replace(SEPARATORS, '') === '') return day.setDay(time.date)
  const named = form === 'heading' || (isFirst && !day.known) ? dateIn(words) : null
  if (named) day.setDay(named)
  return form === 'heading' || isHeader || (named !== null && isFirst && !parts.bullet)
}

function entryOf(parts: LineParts, time: TimeText, day: NoteDay, lineNumber: number): Entry | { why: string } {
  const at = day.momentOf(time.clock!, time.date, time.zone)
  if (typeof at !== 'number') return at
  const line = parts.form === 'row' ? parts.cells.join(' | ') : parts.words
  let rest = line.slice(time.to)
  const range = /^\s*(?:-|–|—|to|until|〜|~)\s*(?=\d{1,2}[:：]\d{2})/.exec(rest)
  const until = range ? noteTime(rest.slice(range[0].length)) : null
  let endAt: Instant | undefined
  if (range && until?.clock && !until.impossible && until.from === 0) {
    const end = day.momentOf(until.clock, until.date, until.zone ?? time.zone)
    if (typeof end === 'number' && end > at) endAt = end
    rest = rest.slice(range[0].length + until.to)
  }
  const words = rest
    .replace(SEPARATORS, '')
    .split(' | ')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' — ')
  const rawTime = line.slice(time.from, time.to).trim()
  const entry = { at, rawTime, indent: parts.indent, lineNumber, words: words === '' ? [] : [words] }
  return endAt === undefined ? entry : { ...entry, endAt }
}

function factsOf(entries: readonly Entry[], problems: EvidenceProblem[]): { facts: Fact[]; artefacts: Artefact[] } {
  const facts: Fact[] = []
  const artefacts: Artefact[] = []
  for (const { at, endAt, rawTime, words, lineNumber } of entries) {
    if (words.length === 0) {
      const message = `Line ${lineNumber} gives a time (${rawTime}) and no words; it was left out. Write what happened beside it.`
      problems.push({ path: `line ${lineNumber}`, message })
      continue
    }
    const text = words.join('\n')
    const title = oneLine(words[0]!)
    const externalId = `${new Date(at).toISOString()}-${digest(text).slice(0, 16)}`
    const links = findLinks(text)
    facts.push({
      id: `notes:${externalId}`,
      source: 'notes',
      externalId,
      at,
      ...(endAt === undefined ? {} : { endAt }),
      rawTime,
      type: 'note',
      title,
      ...(text === title ? {} : { text }),
      ...(links[0] ? { url: links[0] } : {}),
    })
    artefacts.push(...links.flatMap((link) => artefactOfUrl(link) ?? []))
  }
  return { facts, artefacts }
}
