/** Adds one entry to a record: the only way in which a record grows. */
import { digest } from '../base/digest.ts'
import { formatInstant, type Instant } from '../base/instant.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Entry, EntryData, Verb } from './entry.ts'
import { dataMisfit } from './entry-data.ts'
import { recordLines } from './record-lines.ts'
import { sealEntry } from './seal-entry.ts'
import { textDigest } from './text-digest.ts'

/** What is to be added: the verb and its data, who did it and when, and the document it concerned. */
export interface NewEntry<V extends Verb = Verb> {
  readonly verb: V
  readonly data: EntryData[V]
  readonly actor: string
  readonly at: Instant
  readonly documentText: string
}

/** A record with an entry more: the whole new text, the entry, and its line without line ending. */
export interface Appended<V extends Verb = Verb> {
  readonly text: string
  readonly entry: Entry<V>
  readonly line: string
}

/**
 * Appends an entry; what stood in the record stays byte for byte. The same arguments give the same line. Refused where the last line
 * is cut off or unreadable (`record-truncated`), where nobody is named (`actor-missing`) or the data does not fit (`entry-data`).
 */
export function appendEntry<V extends Verb>(recordText: string, entry: NewEntry<V>): Result<Appended<V>> {
  if (entry.actor.trim() === '')
    return refuse('actor-missing', 'The entry names nobody who did it. Expected a name or an account.')
  const expected = dataMisfit(entry.verb, entry.data)
  if (expected !== null)
    return refuse('entry-data', `An entry "${entry.verb}" cannot be written like this. Expected ${expected}.`)
  const last = recordLines(recordText).at(-1)
  if (last && !isObjectLine(last.raw))
    return refuse(
      'record-truncated',
      `Line ${last.line}, the last of the record, is cut off or unreadable. Restore the record from git or a backup, or remove that line, and try again.`,
      { line: last.line },
    )
  const previous = last ? digest(last.raw) : null
  const content = {
    at: formatInstant(entry.at),
    actor: entry.actor.trim(),
    verb: entry.verb,
    data: entry.data,
    text: textDigest(entry.documentText),
  }
  const sealed = sealEntry(content, previous)
  if (sealed === null)
    return refuse('entry-data', `An entry "${entry.verb}" cannot be written: its data is nested too deep.`)
  const ending = recordText.includes('\r\n') ? '\r\n' : '\n'
  const gap = last && !last.ended ? ending : ''
  const text = recordText + gap + sealed.line + ending
  return ok({ text, entry: { id: sealed.id, ...content, previous } as Entry<V>, line: sealed.line })
}

function isObjectLine(raw: string): boolean {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
