/** The record of a postmortem as rows: lines are kept byte for byte, and only ever follow each other. */
import { parseInstant } from '../../base/instant.ts'
import { readRecord } from '../../record/read-record.ts'
import { commonLines, linesOf } from './line-rows.ts'
import type { Reader, Writer } from './store.ts'

/** The text of `INC-….record.jsonl`. */
export async function readRecordText(db: Reader, id: string): Promise<string> {
  const rows = await db
    .selectFrom('record_entries')
    .select('line')
    .where('postmortem_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(({ line }) => line).join('')
}

/** Writes what came to a record. Only the ending of its last line may still be added; whoever would change more breaks our word. */
export async function appendRecordLines(tx: Writer, id: string, before: string, after: string): Promise<void> {
  if (!after.startsWith(before)) throw new Error(`the record of ${id} would change lines that stand in it`)
  const [old, now] = [linesOf(before), linesOf(after)]
  const from = commonLines(old, now)
  if (from < old.length)
    await tx.deleteFrom('record_entries').where('postmortem_id', '=', id).where('seq', '>', from).execute()
  if (from === now.length) return
  const { entries, lines } = readRecord(after)
  const byLine = new Map(lines.map((line, index) => [line, entries[index]!]))
  for (let at = from; at < now.length; at += 100) {
    const values = now.slice(at, at + 100).map((line, index) => {
      const seq = at + index + 1
      const entry = byLine.get(seq)
      return {
        postmortem_id: id,
        seq,
        id: entry?.id ?? '',
        at: (entry && parseInstant(entry.at)) ?? 0,
        actor: entry?.actor ?? '',
        verb: entry?.verb ?? '',
        line,
      }
    })
    await tx.insertInto('record_entries').values(values).execute()
  }
}
