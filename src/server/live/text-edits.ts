/** The small edits that lead from one text to another. */
import diff from 'fast-diff'
import type { Edit } from '../../base/edit.ts'

/** Beyond this many characters (or lines) on both sides a comparison may take too long, since its time grows with their product. */
const COMPARED = 2000

/**
 * In order, against the first text, none touching another. Compared by characters where little changed, by lines where much did, and replaced
 * as a whole where everything did, so that the time stays bounded.
 */
export function textEdits(before: string, after: string): Edit[] {
  const { from, beforeEnd, afterEnd } = changedMiddle(before, after)
  const [old, now] = [before.slice(from, beforeEnd), after.slice(from, afterEnd)]
  if (old === now) return []
  if (Math.min(old.length, now.length) <= COMPARED) return editsOf(diff(old, now), from)
  const lines = linesAsCharacters(old, now)
  if (lines === null) return [{ from, to: beforeEnd, text: now }]
  const edits: Edit[] = []
  for (const { at, words, text } of hunks(diff(lines.old, lines.now), lines.words)) {
    const small = Math.min(words.length, text.length) <= COMPARED
    edits.push(
      ...(small ? editsOf(diff(words, text), from + at) : [{ from: from + at, to: from + at + words.length, text }]),
    )
  }
  return edits
}

function changedMiddle(before: string, after: string) {
  let from = 0
  const least = Math.min(before.length, after.length)
  while (from < least && before[from] === after[from]) from++
  if (isHigh(before, from - 1)) from--
  let [beforeEnd, afterEnd] = [before.length, after.length]
  while (beforeEnd > from && afterEnd > from && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd--
    afterEnd--
  }
  if (isHigh(before, beforeEnd - 1) || isHigh(after, afterEnd - 1)) {
    beforeEnd = Math.min(before.length, beforeEnd + 1)
    afterEnd = Math.min(after.length, afterEnd + 1)
  }
  return { from, beforeEnd, afterEnd }
}

/** The first half of a character of two UTF-16 units. */
function isHigh(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}

type Differences = ReturnType<typeof diff>

function editsOf(differences: Differences, start: number): Edit[] {
  const edits: { from: number; to: number; text: string }[] = []
  let at = start
  let open: { from: number; to: number; text: string } | null = null
  for (const [change, words] of differences) {
    if (change === diff.EQUAL) {
      open = null
      at += words.length
      continue
    }
    if (open === null) {
      open = { from: at, to: at, text: '' }
      edits.push(open)
    }
    if (change === diff.INSERT) open.text += words
    else {
      at += words.length
      open.to = at
    }
  }
  return edits
}

/** Each line as one character, the same for the same words; null where there are too many to compare. */
function linesAsCharacters(old: string, now: string): { old: string; now: string; words: string[] } | null {
  const words: string[] = []
  const codes = new Map<string, number>()
  const code = (text: string): string | null => {
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
    if (lines.length > COMPARED) return null
    let coded = ''
    for (const line of lines) {
      let at = codes.get(line)
      if (at === undefined) {
        at = words.length
        codes.set(line, at)
        words.push(line)
      }
      coded += String.fromCharCode(at)
    }
    return coded
  }
  const [one, other] = [code(old), code(now)]
  return one === null || other === null ? null : { old: one, now: other, words }
}

/** Changed runs of lines: where they begin, what stood there, what stands there now. */
function hunks(differences: Differences, lines: readonly string[]) {
  const found: { at: number; words: string; text: string }[] = []
  let at = 0
  let open: { at: number; words: string; text: string } | null = null
  for (const [change, codes] of differences) {
    const words = [...codes].map((code) => lines[code.charCodeAt(0)]!).join('')
    if (change === diff.EQUAL) open = null
    else {
      if (open === null) {
        open = { at, words: '', text: '' }
        found.push(open)
      }
      if (change === diff.INSERT) open.text += words
      else open.words += words
    }
    if (change !== diff.INSERT) at += words.length
  }
  return found
}
