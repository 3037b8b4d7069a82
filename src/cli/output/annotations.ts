/** Findings as GitHub workflow commands, which GitHub shows beside the lines of a pull request. */
import type { Severity } from '../../checks/rule.ts'
import { type CheckedFile, placeFindings } from './checked-file.ts'

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

/** One line a finding: `::error file=...,line=...,col=...::message`; empty where there is nothing to say. */
export function findingsToAnnotations(files: readonly CheckedFile[]): string {
  const lines: string[] = []
  for (const file of files) {
    if (file.error !== undefined) lines.push(`::error file=${property(file.file)}::${data(file.error)}\n`)
    for (const { finding, start, end } of placeFindings(file)) {
      // GitHub refuses an end column on another line.
      const sameLine = start.line === end.line && end.column > start.column
      const extent = sameLine ? `,endLine=${end.line},endColumn=${end.column}` : ''
      const place = `file=${property(file.file)},line=${start.line},col=${start.column}${extent}`
      const title = `title=${property(finding.rule)}`
      lines.push(`::${COMMANDS[finding.severity]} ${place},${title}::${data(finding.message)}\n`)
    }
  }
  return lines.join('')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
