/** The difference of two texts line by line, as `diff -u` and `git apply` write it. */
import diff from 'fast-diff'

/** Lines that are shown around a change. */
const AROUND = 3
/** Different lines that can be told apart, each by a character of its own that is no surrogate. */
const MOST = 0xd000

interface Line {
  readonly mark: ' ' | '-' | '+'
  readonly text: string
}

/** The hunks that turn one text into the other; empty where they are equal. Lines keep their own endings. */
export function unifiedDiff(before: string, after: string, name: string): string {
  if (before === after) return ''
  const lines = linesOf(splitLines(before), splitLines(after))
  const parts = [`--- ${name}\n+++ ${name}\n`]
  let oldLine = 1
  let newLine = 1
  for (let at = 0; at < lines.length; ) {
    const change = nextChange(lines, at)
    if (change === -1) break
    const from = Math.max(at, change - AROUND)
    const to = endOfHunk(lines, change)
    oldLine += from - at
    newLine += from - at
    const hunk = lines.slice(from, to)
    const olds = hunk.filter((line) => line.mark !== '+').length
    const news = hunk.filter((line) => line.mark !== '-').length
    parts.push(`@@ -${range(oldLine, olds)} +${range(newLine, news)} @@\n`, ...hunk.map(print))
    oldLine += olds
    newLine += news
    at = to
  }
  return parts.join('')
}

function nextChange(lines: readonly Line[], from: number): number {
  for (let at = from; at < lines.length; at++) if (lines[at]!.mark !== ' ') return at
  return -1
}

/** A hunk ends where more than twice the lines around stay the same. */
function endOfHunk(lines: readonly Line[], change: number): number {
  let last = change
  for (let next = change; next !== -1 && next - last <= 2 * AROUND + 1; next = nextChange(lines, last + 1)) last = next
  return Math.min(lines.length, last + 1 + AROUND)
}

function range(line: number, count: number): string {
  return `${count === 0 ? line - 1 : line}${count === 1 ? '' : `,${count}`}`
}

function print({ mark, text }: Line): string {
  return text.endsWith('\n') ? `${mark}${text}` : `${mark}${text}\n\\ No newline at end of file\n`
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function linesOf(before: readonly string[], after: readonly string[]): Line[] {
  const codes = new Map<string, number>()
  for (const line of [...before, ...after]) if (!codes.has(line)) codes.set(line, codes.size + 1)
  if (codes.size >= MOST)
    return [...before.map((text): Line => ({ mark: '-', text })), ...after.map((text): Line => ({ mark: '+', text }))]
  const texts = [...codes.keys()]
  const coded = (lines: readonly string[]) => lines.map((line) => String.fromCharCode(codes.get(line)!)).join('')
  return diff(coded(before), coded(after)).flatMap(([kind, characters]) =>
    [...characters].map((character): Line => {
      const text = texts[character.charCodeAt(0) - 1]!
      return { mark: kind === 0 ? ' ' : kind < 0 ? '-' : '+', text }
    }),
  )
}
