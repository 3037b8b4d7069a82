/** Turns the text of an evidence file into a JSON value, or says what was found instead and where. */
import { lineStarts, positionAt } from '../../base/position.ts'
import { ok, type Result, refuse, type Where } from '../../base/result.ts'
import { findJsonFault } from './find-json-fault.ts'
import type { JsonText } from './json-text.ts'
import { readJsonLines } from './read-json-lines.ts'

/** Reads JSON or JSON lines. Refused: `json-empty`, `json-is-html`, `json-cut-off`, `json-broken`, each with its place. */
export function readJsonText(text: string, file?: string): Result<JsonText> {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (source.trim() === '')
    return refuse('json-empty', 'The file is empty; expected JSON. Export it again.', place(file, 1, 1))
  try {
    return ok({ value: JSON.parse(source), lines: false, problems: [] })
  } catch {
    return readJsonLines(source) ?? explain(source, file)
  }
}

/** What may stand at the end of JSON that was cut off in the middle of a word, a number or an escape. */
const CUT_END = /^(?:\\(?:u[0-9a-fA-F]{0,3})?|tr?u?|fa?l?s?|nu?l?|-|[eE.][+-]?)?$/

function explain(source: string, file?: string): Result<JsonText> {
  const start = source.search(/\S/)
  const fault = findJsonFault(source)
  const { line, column } = positionAt(lineStarts(source), fault?.at ?? start)
  if (/^<(?:!doctype|html|head|body|\?xml|[a-z]+[\s>])/i.test(source.slice(start, start + 40)))
    return refuse(
      'json-is-html',
      'Found a web page, expected JSON. This happens when a download answers with a sign-in or error page; sign in and export it again.',
      place(file, 1, 1),
    )
  if (!fault || CUT_END.test(source.slice(fault.at, fault.at + 40).trimEnd()))
    return refuse(
      'json-cut-off',
      `The JSON ends at line ${line}, column ${column}, where ${fault?.expected ?? 'more'} was expected: the file looks cut off. Export it again.`,
      place(file, line, column),
    )
  return refuse(
    'json-broken',
    `Line ${line}, column ${column}: found ${fault.found}, expected ${fault.expected}. Export the file again, or mend it there.`,
    place(file, line, column),
  )
}

function place(file: string | undefined, line: number, column: number): Where {
  return { ...(file ? { file } : {}), line, column }
}
