/** Reads JSON lines: one JSON value a line, as log shippers and web hook recorders write them. */
import { ok, type Result } from '../../base/result.ts'
import type { EvidenceProblem } from '../../evidence/fact.ts'
import type { JsonText } from './json-text.ts'

/** The values of all lines that hold one; null where the first line is not a whole object or list by itself. */
export function readJsonLines(source: string): Result<JsonText> | null {
  const lines = source.split(/\r\n|\n|\r/)
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0 || lines.length - first < 2) return null
  const values: unknown[] = []
  const problems: EvidenceProblem[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const value = parseLine(line)
    if (value !== undefined) values.push(value)
    else if (index === first) return null
    else
      problems.push({
        path: `line ${index + 1}`,
        message: `Line ${index + 1} is not a whole JSON value; it was left out.`,
      })
  }
  return values.length > problems.length ? ok({ value: values, lines: true, problems }) : null
}

function parseLine(line: string): object | undefined {
  if (!/^\s*[{[]/.test(line)) return undefined
  try {
    return JSON.parse(line) as object
  } catch {
    return undefined
  }
}
