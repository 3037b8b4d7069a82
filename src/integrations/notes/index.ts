/** Notes: hand-written lines such as `14:03 error rate alert fired`, with or without dates, bullets and zones. */
import { ok, refuse } from '../../base/result.ts'
import { dateIn, timeTextAt } from '../../timeline/time-text.ts'
import { UTC } from '../../timeline/zone.ts'
import { describeValue } from '../kit/describe-value.ts'
import { finishBatch } from '../kit/finish-batch.ts'
import type { EvidenceSource } from '../kit/source.ts'
import { lineParts } from './line-parts.ts'
import { dayOf, NoteDay, zoneOf } from './note-day.ts'
import { readNoteLines } from './read-notes.ts'

const SEARCHED = 20_000

/** The declaration; `read` takes the text. Times without a day need `context.day` or a date in the text itself. */
export const notes: EvidenceSource = {
  name: 'notes',
  title: 'notes (text lines with a time)',
  recognises(value) {
    if (typeof value !== 'string' || /^\s*(?:[{[]|<[!a-z])/i.test(value.slice(0, 200))) return false
    return value
      .slice(0, SEARCHED)
      .split(/\r\n|\n|\r/)
      .some((line) => line.trim() !== '' && Boolean(timeTextAt(lineParts(line).words)?.clock))
  },
  read(value, context = {}) {
    const where = { line: 1, column: 1, ...(context.file ? { file: context.file } : {}) }
    if (typeof value !== 'string' || value.trim() === '') {
      const found = typeof value === 'string' ? 'an empty text' : describeValue(value)
      return refuse('not-notes', `Found ${found}, expected lines such as "14:03 error rate alert fired".`, where)
    }
    const zone = context.zone === undefined ? UTC : zoneOf(context.zone)
    if (!zone)
      return refuse(
        'unknown-zone',
        `The zone ${JSON.stringify(context.zone)} is not known; write UTC, +09:00, PST or Europe/Berlin.`,
        where,
      )
    const day = context.day === undefined ? null : dayOf(context.day)
    if (context.day !== undefined && day === null)
      return refuse(
        'unknown-day',
        `The day ${JSON.stringify(context.day)} cannot be read; write it as 2026-11-23.`,
        where,
      )
    if (day === null && !namesDay(value))
      return refuse(
        'notes-without-day',
        'The notes name no day, so no time in them can be placed. Name the day, or begin them with a line such as "# 2026-11-23".',
        where,
      )
    return ok(finishBatch(readNoteLines(value.replace(/^\ufeff/, ''), new NoteDay(day, zone)), context))
  },
}

function namesDay(text: string): boolean {
  return text.split(/\r\n|\n|\r/).some((line) => {
    const { words } = lineParts(line)
    const date = timeTextAt(words)?.date
    return (date?.year !== undefined && date?.year !== null) || dateIn(words.slice(0, 200)) !== null
  })
}
