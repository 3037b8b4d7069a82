/** The metadata of a draft: the template's lines, and those of the optional ones that are known. */
import { DAY, type Instant, utcDay } from '../base/instant.ts'
import type { DraftValues } from './draft-values.ts'
import { labelledLine } from './labelled-line.ts'

/** Lines of the section Metadata. */
export function draftMetadata(values: DraftValues): string[] {
  const { startedAt: start = null, endedAt: end = null } = values
  const lines = [
    labelledLine('Incident ID', values.incidentId, 'INC-YYYY-MM-DD-NNN'),
    `- **Date / Time (UTC):** ${start === null ? 'YYYY-MM-DD HH:MM' : moment(start)}`,
    `- **Duration:** ${duration(start, end)}`,
    labelledLine('Severity', values.severity, 'P0 | P1 | P2'),
    labelledLine('Affected tenants', list(values.tenants), '\\<list\\>'),
    labelledLine('Affected regions', list(values.regions), '\\<list\\>'),
  ]
  if (start !== null && end !== null && !shownByClock(start, end)) lines.splice(2, 0, `- **End (UTC):** ${moment(end)}`)
  if (values.services?.length) lines.push(labelledLine('Affected services', list(values.services), ''))
  if (values.detection) lines.push(labelledLine('Detection', values.detection, ''))
  lines.push(
    labelledLine('On-call primary', values.primary, '\\<name\\>'),
    labelledLine('On-call secondary', values.secondary, '\\<name\\>'),
    labelledLine('Incident commander', values.commander, '\\<name\\>'),
    labelledLine('Recorder', values.recorder, '\\<name\\>'),
  )
  if (values.author) lines.push(labelledLine('Author', values.author, ''))
  if (values.visibility) lines.push(labelledLine('Visibility', values.visibility, ''))
  return lines
}

function list(values: readonly string[] | undefined): string | undefined {
  return values?.join(', ')
}

/** `2026-11-23 14:03`, with seconds where there are any. */
function moment(at: Instant): string {
  return `${utcDay(at)} ${clock(at)}`
}

function clock(at: Instant): string {
  const words = new Date(at).toISOString().slice(11, 19)
  return words.endsWith(':00') ? words.slice(0, 5) : words
}

/** `14:03 start - 15:10 end` says the end only where it comes within a day, to the minute. */
function shownByClock(start: Instant, end: Instant): boolean {
  return end > start && end - start < DAY && start % 60_000 === 0 && end % 60_000 === 0
}

function duration(start: Instant | null, end: Instant | null): string {
  if (start === null && end === null) return '\\<HH:MM start - HH:MM end\\>'
  if (start === null) return `\\<HH:MM start\\> - ${clock(end!)} end`
  if (end === null) return `${clock(start)} start - \\<HH:MM end\\>`
  return shownByClock(start, end) ? `${clock(start)} start - ${clock(end)} end` : lengthInWords(end - start)
}

function lengthInWords(length: number): string {
  const seconds = Math.max(0, Math.round(length / 1000))
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return words.length > 0 ? words.join(' ') : '0 min'
}
