/** Findings as JSON for other programs, in the shape that DESIGN section 11 promises. */
import type { Fix } from '../../checks/rule.ts'
import { type CheckedFile, placeFindings } from './checked-file.ts'

/** Indented JSON without a final line ending: `{"files":[{file, error?, findings[]}]}`. */
export function findingsToJson(files: readonly CheckedFile[]): string {
  return JSON.stringify({ files: files.map(fileToJson) }, null, 2)
}

function fileToJson(file: CheckedFile) {
  const findings = placeFindings(file).map(({ finding, start, end }) => ({
    rule: finding.rule,
    group: finding.group,
    severity: finding.severity,
    message: finding.message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(finding.fix ? { fix: fixToJson(finding.fix) } : {}),
  }))
  return file.error === undefined ? { file: file.file, findings } : { file: file.file, error: file.error, findings }
}

/** Offsets of edits are UTF-16 units from the start of the file. */
function fixToJson(fix: Fix) {
  return { title: fix.title, safe: fix.safe, edits: fix.edits.map(({ from, to, text }) => ({ from, to, text })) }
}
