/** The evidence of a postmortem as rows, one line of its file each. */
import { commonLines, linesOf } from './line-rows.ts'
import type { Reader, Writer } from './store.ts'

/** The text of `INC-….evidence.jsonl`. */
export async function readEvidenceLines(db: Reader, id: string): Promise<string> {
  const rows = await db.selectFrom('evidence').select('line').where('postmortem_id', '=', id).orderBy('seq').execute()
  return rows.map(({ line }) => line).join('')
}

/** Writes the lines that differ; states of facts change where they stand. */
export async function writeEvidenceLines(tx: Writer, id: string, before: string, after: string): Promise<void> {
  const [old, now] = [linesOf(before), linesOf(after)]
  if (now.length < old.length)
    await tx.deleteFrom('evidence').where('postmortem_id', '=', id).where('seq', '>', now.length).execute()
  for (let at = commonLines(old, now); at < Math.min(old.length, now.length); at++)
    if (old[at] !== now[at])
      await tx
        .updateTable('evidence')
        .set({ line: now[at]! })
        .where('postmortem_id', '=', id)
        .where('seq', '=', at + 1)
        .execute()
  for (let at = old.length; at < now.length; at += 100) {
    const values = now.slice(at, at + 100).map((line, index) => ({ postmortem_id: id, seq: at + index + 1, line }))
    await tx.insertInto('evidence').values(values).execute()
  }
}
