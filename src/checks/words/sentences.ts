/** Splits plain text into sentences, English and Japanese, in one pass. */
import type { Span } from '../../base/span.ts'

/** Words that end in a full stop without ending a sentence, in lower case and without that stop. */
const ABBREVIATIONS = new Set(
  'approx,ca,cf,co,corp,dept,dr,e.g,eg,est,etc,fig,figs,i.e,ie,inc,incl,jr,ltd,max,min,mr,mrs,ms,no,nos,op,p,pp,prof,resp,sec,sr,st,v,ver,vol,vs'.split(
    ',',
  ),
)
/** Of those, the ones after which a sentence may end when the next word has a capital. */
const MAY_END = new Set(['etc', 'inc', 'co', 'corp', 'ltd', 'jr', 'sr', 'min', 'max', 'sec'])

const CLOSERS = '"\'”’)]」』）】*_`»'
const REACH = 16
const ENDS_WIDE = '。！？｡'

/** The characters at which a sentence can end. */
const MAY_END_HERE = /[\n.!?…。！？｡]/g

/** The sentences of a text, trimmed, in order; offsets in the text. A blank line and a list marker end one too. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  MAY_END_HERE.lastIndex = 0
  for (let match = MAY_END_HERE.exec(text); match; match = MAY_END_HERE.exec(text)) {
    const end = endsAt(text, match.index, start)
    if (end === -1) continue
    push(sentences, text, start, end)
    start = end
    MAY_END_HERE.lastIndex = end
  }
  push(sentences, text, start, text.length)
  return sentences
}

/** Where the sentence ends if the character at `at` ends it (closing quotes included), else -1. */
function endsAt(text: string, at: number, start: number): number {
  const character = text[at]!
  if (character === '\n') return breaksAt(text, at) ? at + 1 : -1
  if (ENDS_WIDE.includes(character)) {
    const end = afterClosers(text, at + 1)
    // 「…。」と言った: the quotation goes on as part of its sentence.
    return end > at + 1 && /[とのなはがを]/.test(text[end] ?? '') ? -1 : end
  }
  if (character !== '.' && character !== '!' && character !== '?' && character !== '…') return -1
  const end = afterClosers(text, at + 1)
  const next = text[end]
  if (next === undefined) return end
  if (next !== ' ' && next !== '\n' && next !== '\t' && next !== '\u00a0') return -1
  const following = nextWord(text, end)
  if (following === '') return end
  if (/^\p{Ll}/u.test(following)) return -1
  if (character === '.' && staysOpen(text, at, start, following)) return -1
  return end
}

/** Whether the full stop at `at` belongs to an abbreviation, an initial or the number of a list. */
function staysOpen(text: string, at: number, start: number, following: string): boolean {
  let from = at
  while (from > start && !/[\s("“「（[]/.test(text[from - 1]!) && at - from < 24) from--
  const word = text.slice(from, at)
  const lower = word.toLowerCase()
  if (ABBREVIATIONS.has(lower)) {
    if (lower === 'no' || lower === 'nos') return /^\d/.test(following)
    return !(MAY_END.has(lower) && /^\p{Lu}/u.test(following))
  }
  // `J. Sample`; a lone `I` or `A` more often ends a sentence.
  if (/^[B-HJ-Z]$/.test(word)) return true
  // `1. First`: the number of a list, at the start only.
  return /^\d{1,2}$/.test(word) && text.slice(start, from).trim() === ''
}

function breaksAt(text: string, at: number): boolean {
  const rest = text.slice(at + 1, at + 12)
  return /^[ \t]*(?:\n|[-*+•] |\d{1,2}[.)] )/.test(rest)
}

function afterClosers(text: string, at: number): number {
  let end = at
  // Bounded, so that a run of thousands of stops is not read again from each of them.
  while (end < at + REACH && end < text.length && (CLOSERS.includes(text[end]!) || '.!?…。！？'.includes(text[end]!)))
    end++
  return end
}

function nextWord(text: string, at: number): string {
  let from = at
  while (from < at + REACH && from < text.length && /[\s"'“‘(「（[*_`]/.test(text[from]!)) from++
  return text.slice(from, from + 12)
}

function push(sentences: Span[], text: string, from: number, to: number): void {
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) sentences.push({ from, to })
}
