/**
 * The linear scan that stands before every Markdown parser: lines nested too deep, or with too many columns, become plain
 * text in a shadow of the document that has the same lines, and each is reported.
 */
import { lineStarts } from '../base/position.ts'
import type { Problem } from './model.ts'

/** The limits of the format: nesting by markers on one line, indentation in columns, `|` on one line, `[` on one line. */
export const LIMITS = { nesting: 24, indentation: 160, columns: 1000, brackets: 400 } as const

/** Lines so near to one another have one problem together; no more problems than this are told, each with so much of its last line. */
const NEIGHBOURS = 3
const MOST_PROBLEMS = 20
const SHOWN = 80

/** What parsers read instead of the source: the same number of lines, `\n` endings, no byte order mark. */
export interface Guarded {
  /** Offsets of the source's lines; the first is past a byte order mark. */
  readonly starts: readonly number[]
  readonly lines: string[]
  readonly problems: Problem[]
}

/** Splits a text into lines and disarms those beyond the limits. Never throws; linear in the text. */
export function guard(source: string): Guarded {
  const starts = lineStarts(source)
  if (source.charCodeAt(0) === 0xfeff) starts[0] = 1
  const lines: string[] = new Array(starts.length)
  const problems: Problem[] = []
  let lastLine = Number.NEGATIVE_INFINITY
  for (let index = 0; index < starts.length; index++) {
    const from = starts[index]!
    let to = index + 1 < starts.length ? starts[index + 1]! : source.length
    while (to > from && (source.charCodeAt(to - 1) === 10 || source.charCodeAt(to - 1) === 13)) to--
    const line = source.slice(from, to)
    const excess = excessOf(line)
    lines[index] = excess ? disarmed(line) : line
    if (!excess) continue
    const [last, span] = [problems.at(-1), { from, to: Math.min(to, from + SHOWN) }]
    if (last?.code === excess.code && index - lastLine <= NEIGHBOURS)
      problems[problems.length - 1] = { ...last, span: { from: last.span.from, to: span.to } }
    else if (problems.length < MOST_PROBLEMS) problems.push({ ...excess, span })
    lastLine = index
  }
  return { starts, lines, problems }
}

function excessOf(line: string): { code: string; message: string } | null {
  const first = line.charCodeAt(0)
  if (line.length > 2 * LIMITS.nesting) {
    // Letters cannot open a container, so most lines end here.
    if (!(first >= 65 && first <= 122 && first !== 91) && nestingOf(line) > LIMITS.nesting)
      return tooMany('too-deep', `nested more than ${LIMITS.nesting} deep`)
    if (line.length > LIMITS.columns && countOf(line, 124) > LIMITS.columns)
      return tooMany('too-wide', `a table of more than ${LIMITS.columns} columns`)
    if (line.length > LIMITS.brackets && countOf(line, 91) > LIMITS.brackets)
      return tooMany('too-deep', `more than ${LIMITS.brackets} opening brackets on one line`)
  }
  return null
}

function tooMany(code: string, what: string) {
  return { code, message: `This line has ${what}; it is read as plain text. Break it up if it should mean more.` }
}

function nestingOf(line: string): number {
  let depth = 0
  let indentation = 0
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code === 32) indentation++
    else if (code === 9) indentation += 4
    else if (code === 62 || code === 45 || code === 42 || code === 43) depth++
    else if (code < 48 || code > 57) {
      if ((code !== 46 && code !== 41) || at === 0) break
      depth++
    }
    if (depth > LIMITS.nesting) return isRule(line) ? 0 : depth
    if (indentation > LIMITS.indentation && depth === 0) break
  }
  return indentation > LIMITS.indentation ? LIMITS.nesting + 1 : depth
}

/** Long rows of one mark are rules, underlines or table borders, which nest nothing. */
function isRule(line: string): boolean {
  return /^[ \t]*(?:-[-\t ]*|\*[*\t ]*|\+[-+\t ]*)$/.test(line) && !/[-*+][ \t]+[-*+]/.test(line.slice(0, 200))
}

function countOf(line: string, wanted: number): number {
  let count = 0
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) === wanted) count++
  return count
}

/** As many characters, so that places stay, of which none opens anything: blanks before the words no longer indent them. */
function disarmed(line: string): string {
  const words = line.trimStart().replaceAll('|', '/').replaceAll('[', '(')
  if (words === '') return line
  const blanks = line.length - words.length
  return blanks > 0 ? '\u00a0'.repeat(blanks) + words : `\\${words.slice(1)}`
}
