/** Labels at the start of a line: `**Label:** value`, `**Label**: value`, `Label: value`. */
import type { Span } from '../base/span.ts'
import { plainWords } from './plain-words.ts'

/** A label's plain words, where they stand, and where the value begins. */
export interface Label {
  readonly words: string
  readonly span: Span
  readonly after: number
}

const BOLD = /^(\*\*|__)([^*\n]{1,100}?)(?:([:：])\s*\1|\1\s*([:：?]?))[ \t]*/
const PLAIN = /^([\p{L}][^:：|*`<>()[\]{}"]{0,50}?(?:\([^():：\n]{1,30}\))?)[ \t]*(?::(?=[ \t]|$)|：)[ \t]*/u

/** The label at the start of a line; null where there is none. `boldOnly` takes no plain `Label:`. */
export function labelAt(source: string, line: Span, boldOnly = false): Label | null {
  const text = source.slice(line.from, Math.min(line.to, line.from + 160))
  const bold = BOLD.exec(text)
  if (bold) {
    const words = plainWords(bold[2]!).replace(/\s*[:：]$/, '')
    const colon = Boolean(bold[3] || bold[4]) || /[?:：]$/.test(bold[2]!.trim())
    if (!colon && bold[0].length < line.to - line.from) return null
    const from = line.from + bold[1]!.length
    return { words, span: { from, to: from + bold[2]!.length }, after: line.from + bold[0].length }
  }
  if (boldOnly) return null
  const plain = PLAIN.exec(text)
  if (!plain || plain[1]!.split(/\s+/).length > 7) return null
  return {
    words: plainWords(plain[1]!),
    span: { from: line.from, to: line.from + plain[1]!.length },
    after: line.from + plain[0].length,
  }
}
