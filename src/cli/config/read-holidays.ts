/** Reads a holiday file: one day a line, words after `#` are a comment. */
import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { parseInstant, utcDay } from '../../base/instant.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { readText } from '../files/read-document.ts'

/** The days of a file inside a folder; refused where it leads out of the folder or a line is no day. */
export async function readHolidays(root: string, name: string): Promise<Result<readonly string[]>> {
  const path = join(root, name)
  const real = await realpath(path).catch(() => path)
  if (!real.startsWith((await realpath(root)) + sep) && real !== path)
    return refuse('outside', `The holiday file ${name} leads out of the folder of the configuration.`, { file: name })
  const read = await readText(path)
  if (!read.ok) return read
  const days: string[] = []
  for (const [at, line] of read.value.text.split(/\r?\n/).entries()) {
    const day = line.replace(/#.*/, '').trim()
    if (day === '') continue
    const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? parseInstant(day) : null
    if (instant === null)
      return refuse('not-a-day', 'Expected a day of the calendar, written YYYY-MM-DD; words may follow a #.', {
        file: name,
        line: at + 1,
        column: 1,
      })
    days.push(utcDay(instant))
  }
  return ok(days)
}
