/** Findings as SARIF 2.1.0, for code scanning and other viewers. */
import { lineStarts, positionsOf } from '../../base/position.ts'
import type { Span } from '../../base/span.ts'
import type { Fix, Severity } from '../../checks/rule.ts'
import type { RuleInfo } from '../../checks/rule-info.ts'
import type { CheckedFile } from './checked-file.ts'
import { relativeUri } from './relative-uri.ts'

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** A SARIF log with one run, as indented JSON. `rules` are all that may occur; `version` is that of Nevertwice. */
export function findingsToSarif(files: readonly CheckedFile[], rules: readonly RuleInfo[], version: string): string {
  const indexes = new Map(rules.map((rule, at) => [rule.id, at]))
  const unread = files.flatMap((file) => (file.error === undefined ? [] : [notification(file.file, file.error)]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'nevertwice', semanticVersion: version, rules: rules.map(ruleToSarif) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: unread.length === 0, toolExecutionNotifications: unread }],
        results: files.flatMap((file) => fileToSarif(file, indexes)),
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}

function ruleToSarif(rule: RuleInfo) {
  const ignore = `<!-- nevertwice-ignore ${rule.id}: reason -->`
  const severities = Object.entries(rule.severity).map(([gate, severity]) => `${severity} from the gate ${gate} on`)
  const text = `${rule.holds} Severity: ${severities.join(', ')}. To leave one place out, write ${ignore} before it.`
  return {
    id: rule.id,
    shortDescription: { text: rule.holds },
    fullDescription: { text: rule.holds },
    help: { text, markdown: text.replace(ignore, `\`${ignore}\``) },
    defaultConfiguration: rule.severity.draft === 'off' ? { enabled: false } : { level: LEVELS[rule.severity.draft] },
    properties: { tags: [rule.group] },
  }
}

function fileToSarif(file: CheckedFile, indexes: ReadonlyMap<string, number>) {
  if (file.findings.length === 0) return []
  const starts = lineStarts(file.source)
  const artifactLocation = { uri: relativeUri(file.file) }
  const regionOf = (span: Span) => {
    const { start, end } = positionsOf(starts, span)
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  }
  const fixToSarif = (fix: Fix) => ({
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: fix.edits.map((edit) => ({
          deletedRegion: regionOf(edit),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  })
  return file.findings.map((finding) => ({
    ruleId: finding.rule,
    ...(indexes.has(finding.rule) ? { ruleIndex: indexes.get(finding.rule) } : {}),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding.span) } }],
    ...(finding.fix ? { fixes: [fixToSarif(finding.fix)] } : {}),
  }))
}

function notification(file: string, message: string) {
  return {
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: relativeUri(file) } } }],
  }
}
