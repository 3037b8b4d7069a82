/** Findings for people at a terminal: place, message, rule, and the source line with a caret. */

import { visibleText } from '../../base/visible-text.ts'
import type { Severity } from '../../checks/rule.ts'
import { type CheckedFile, type PlacedFinding, placeFindings } from './checked-file.ts'
import { sourceLine } from './source-line.ts'

/** How to print. */
export interface TextOptions {
  /** Uses ANSI colours. */
  readonly colour: boolean
  /** Columns of the terminal; source lines are cut to fit. */
  readonly columns: number
}

const COLOURS: Record<Severity, string> = { error: '31', warning: '33', info: '36' }

/** The findings of all files and a line of totals; each line ends with a line ending. */
export function findingsToText(files: readonly CheckedFile[], options: TextOptions): string {
  const parts: string[] = []
  for (const file of files) {
    if (file.error !== undefined) parts.push(unreadable(file, options))
    for (const placed of placeFindings(file)) parts.push(findingToText(file, placed, options))
  }
  return `${parts.join('')}${totals(files)}\n`
}

function unreadable(file: CheckedFile, options: TextOptions): string {
  return `${visibleText(file.file)}: ${paint('error', COLOURS.error, options)}: ${visibleText(file.error ?? '')}\n\n`
}

function findingToText(file: CheckedFile, placed: PlacedFinding, options: TextOptions): string {
  const { finding, start } = placed
  const place = `${visibleText(file.file)}:${start.line}:${start.column}`
  const severity = paint(finding.severity, COLOURS[finding.severity], options)
  const head = `${paint(place, '1', options)}: ${severity}: ${visibleText(finding.message)} [${finding.rule}]\n`
  return `${head}${sourceToText(file.source, placed, options)}${fixToText(placed, options)}\n`
}

function sourceToText(source: string, { finding, start, end, line }: PlacedFinding, options: TextOptions): string {
  const text = source.slice(line.from, line.to)
  if (text.trim() === '') return ''
  const from = Math.min(start.column - 1, text.length)
  const to = end.line > start.line ? text.length : end.column - 1
  const shown = sourceLine(text, from, to, Math.max(20, options.columns - 9))
  const caret = shown.caret.trimStart()
  const indent = ' '.repeat(shown.caret.length - caret.length)
  const number = String(start.line).padStart(5)
  return `${number} | ${shown.text}\n      | ${indent}${paint(caret, COLOURS[finding.severity], options)}\n`
}

function fixToText({ finding }: PlacedFinding, options: TextOptions): string {
  if (!finding.fix) return ''
  const how = finding.fix.safe ? 'fix (safe)' : 'suggestion'
  return `      = ${paint(how, '32', options)}: ${visibleText(finding.fix.title)}\n`
}

function totals(files: readonly CheckedFile[]): string {
  const count = (severity: Severity) =>
    files.reduce((sum, file) => sum + file.findings.filter((finding) => finding.severity === severity).length, 0)
  const counts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'hint'],
    [files.filter((file) => file.error !== undefined).length, 'unreadable file'],
  ] as const
  const said = counts.flatMap(([number, word]) => (number === 0 ? [] : [plural(number, word)]))
  return `${plural(files.length, 'file')} checked: ${said.join(', ') || 'nothing found'}.`
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function paint(text: string, code: string, { colour }: TextOptions): string {
  return colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text
}
