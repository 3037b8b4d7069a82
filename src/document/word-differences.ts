/** What changed between two texts, word by word. */
import diff from 'fast-diff'

/** A stretch that stayed, went or came. */
export interface Difference {
  readonly change: 'same' | 'removed' | 'added'
  readonly text: string
}

/** The most lines, and the most words within a changed stretch, that are compared one by one; above, the stretch counts as replaced. */
const COMPARE_LIMITS = { lines: 3000, words: 3000 } as const

const LINES = /[^\n]*\n|[^\n]+$/g
const WORDS =
  /\p{Extended_Pictographic}[\u200d\ufe0f\p{Extended_Pictographic}\p{Emoji_Modifier}]*|[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}\p{M}_]+|\s+|[^\s]/gu

/** Differences in order: `same` and `removed` together give the first text, `same` and `added` the second. Equal texts give one. */
export function wordDifferences(before: string, after: string): Difference[] {
  const found: Difference[] = []
  for (const { change, text, other } of stretches(pieces(before, LINES), pieces(after, LINES), COMPARE_LIMITS.lines)) {
    if (change === 'same') add(found, 'same', text)
    else
      for (const word of joined(stretches(pieces(text, WORDS), pieces(other, WORDS), COMPARE_LIMITS.words))) {
        if (word.change === 'same') add(found, 'same', word.text)
        else {
          add(found, 'removed', word.text)
          add(found, 'added', word.other)
        }
      }
  }
  return found
}

interface Stretch {
  readonly change: 'same' | 'replaced'
  readonly text: string
  readonly other: string
}

function pieces(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? []
}

/** Runs of equal pieces, and what stands between them on both sides. */
function stretches(before: readonly string[], after: readonly string[], limit: number): Stretch[] {
  let start = 0
  const shorter = Math.min(before.length, after.length)
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const [left, right] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const found: Stretch[] = []
  push(found, before.slice(0, start).join(''), null)
  if (left.length > limit || right.length > limit) push(found, left.join(''), right.join(''))
  else between(left, right, found)
  push(found, before.slice(before.length - end).join(''), null)
  return found
}

/** Each piece becomes one character, so that a difference of characters is one of pieces. */
function between(left: readonly string[], right: readonly string[], found: Stretch[]): void {
  const codes = new Map<string, string>()
  const encoded = (all: readonly string[]) =>
    all
      .map((piece) => {
        let code = codes.get(piece)
        if (code === undefined) {
          code = String.fromCharCode(256 + codes.size)
          codes.set(piece, code)
        }
        return code
      })
      .join('')
  let [at, other] = [0, 0]
  let [removed, added] = ['', '']
  const flush = () => {
    push(found, removed, added)
    ;[removed, added] = ['', '']
  }
  for (const [kind, text] of diff(encoded(left), encoded(right))) {
    const words = (
      kind === diff.INSERT ? right.slice(other, other + text.length) : left.slice(at, at + text.length)
    ).join('')
    if (kind !== diff.INSERT) at += text.length
    if (kind !== diff.DELETE) other += text.length
    if (kind === diff.DELETE) removed += words
    else if (kind === diff.INSERT) added += words
    else {
      flush()
      push(found, words, null)
    }
  }
  flush()
}

/** Words that are replaced one after another are one change, with the blanks between them. */
function joined(all: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at < all.length; at++) {
    const [last, blank, next] = [found.at(-1), all[at]!, all[at + 1]]
    if (last && next && isBlank(blank) && replacesBoth(last) && replacesBoth(next)) {
      const [text, other] = [last.text + blank.text + next.text, last.other + blank.text + next.other]
      found[found.length - 1] = { change: 'replaced', text, other }
      at++
    } else found.push(blank)
  }
  return found
}

function isBlank({ change, text }: Stretch): boolean {
  return change === 'same' && /^[ \t]+$/.test(text)
}

function replacesBoth({ change, text, other }: Stretch): boolean {
  return change === 'replaced' && text !== '' && other !== ''
}

function push(found: Stretch[], text: string, other: string | null): void {
  if (text === '' && (other === null || other === '')) return
  found.push(other === null ? { change: 'same', text, other: '' } : { change: 'replaced', text, other })
}

function add(found: Difference[], change: Difference['change'], text: string): void {
  if (text === '') return
  const last = found.at(-1)
  if (last?.change === change) found[found.length - 1] = { change, text: last.text + text }
  else found.push({ change, text })
}
