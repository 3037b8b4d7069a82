/** The block of `key: value` lines between two `---` at the very start of a document. */
import type { Span } from '../base/span.ts'
import type { Guarded } from './guard.ts'

/** One top-level key; lists are read as their joined words. */
export interface FrontMatterEntry {
  readonly key: string
  readonly keySpan: Span
  readonly value: string
  readonly valueSpan: Span
}

/** Entries and how many lines the block takes, fences included; zero where there is none. */
export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[]
  readonly lineCount: number
}

const MOST_LINES = 400

/** Reads front matter. What it does not understand stays text: only simple keys are taken. */
export function parseFrontMatter(guarded: Guarded): FrontMatter {
  const { lines, starts } = guarded
  if (lines[0]?.trimEnd() !== '---') return { entries: [], lineCount: 0 }
  const end = lines.findIndex((line, index) => index > 0 && index < MOST_LINES && /^(?:---|\.\.\.)\s*$/.test(line))
  if (end < 0) return { entries: [], lineCount: 0 }
  const entries: FrontMatterEntry[] = []
  for (let index = 1; index < end; index++) {
    const line = lines[index]!
    const match = /^([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+|$)/.exec(line)
    if (!match) continue
    const from = starts[index]!
    const key = match[1]!
    let valueFrom = from + match[0].length
    let valueTo = from + line.trimEnd().length
    if (valueTo < valueFrom) valueTo = valueFrom
    let value = line.slice(match[0].length).trim()
    const quoted = /^(["'])(.*)\1$/.exec(value)
    if (quoted) {
      value = quoted[2]!
      valueFrom++
      valueTo--
    } else if (value === '') value = listBelow(lines, index + 1, end)
    else
      value = value
        .replace(/\s#.*$/, '')
        .trimEnd()
        .replace(/^\[(.*)\]$/, '$1')
    entries.push({ key, keySpan: { from, to: from + key.length }, value, valueSpan: { from: valueFrom, to: valueTo } })
  }
  return { entries, lineCount: end + 1 }
}

function listBelow(lines: readonly string[], from: number, to: number): string {
  const words: string[] = []
  for (let index = from; index < to; index++) {
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(lines[index]!)
    if (!item) break
    words.push(item[1]!.trim())
  }
  return words.join(', ')
}
