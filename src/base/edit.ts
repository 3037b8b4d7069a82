/** Changes to a text: replace a span by other characters; whatever no edit names stays byte for byte. */
import { ok, type Refusal, type Result, refuse } from './result.ts'

/** Replace the characters from `from` to `to` (exclusive, UTF-16 offsets) by `text`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * Applies edits that were all made against the same text. Two insertions at one place keep their order.
 * Refused as a whole (`edit-out-of-range`, `edits-overlap`, `edit-splits-character`) where any of them does not fit.
 */
export function applyEdits(source: string, edits: readonly Edit[]): Result<string> {
  const sorted = edits.map((edit, order) => ({ edit, order }))
  sorted.sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to || a.order - b.order)
  let result = ''
  let done = 0
  for (const { edit } of sorted) {
    const problem = misfit(source, edit, done)
    if (problem) return { ok: false, refusal: problem }
    result += source.slice(done, edit.from) + edit.text
    done = edit.to
  }
  return ok(result + source.slice(done))
}

function misfit(source: string, edit: Edit, done: number): Refusal | null {
  const { from, to } = edit
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= source.length))
    return refusal('edit-out-of-range', `The edit ${from}..${to} does not fit a text of ${source.length} characters.`)
  if (from < done)
    return refusal('edits-overlap', `The edit ${from}..${to} overlaps one that ends at ${done}; apply them one by one.`)
  if (splitsPair(source, from) || splitsPair(source, to))
    return refusal('edit-splits-character', `The edit ${from}..${to} begins or ends inside a character.`)
  return null
}

function refusal(code: string, message: string): Refusal {
  const result = refuse(code, message)
  return result.ok ? { code, message } : result.refusal
}

function splitsPair(source: string, at: number): boolean {
  if (at <= 0 || at >= source.length) return false
  const before = source.charCodeAt(at - 1)
  const after = source.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** The line ending used around a place: the one before it, else the one after it, else `\n`. */
export function lineEndingAt(source: string, offset: number): '\n' | '\r\n' | '\r' {
  let at = offset - 1
  while (at >= 0 && source[at] !== '\n' && source[at] !== '\r') at--
  if (at < 0) {
    at = offset
    while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
    if (source[at] === '\r' && source[at + 1] === '\n') return '\r\n'
    return source[at] === '\r' ? '\r' : '\n'
  }
  if (source[at] === '\r') return source[at + 1] === '\n' ? '\r\n' : '\r'
  return source[at - 1] === '\r' ? '\r\n' : '\n'
}
