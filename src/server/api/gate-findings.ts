/** What the checks find in a postmortem at a gate, and what that means for the stages. */
import type { Instant } from '../../base/instant.ts'
import { HOUR } from '../../base/instant.ts'
import { lineStarts, positionsOf } from '../../base/position.ts'
import type { Refusal } from '../../base/result.ts'
import { checkerOf } from '../../checks/check-texts.ts'
import { type Finding, GATES, type Gate } from '../../checks/rule.ts'
import type { House } from '../house.ts'
import type { OpenedPostmortem } from '../store/postmortem-text.ts'
import { type ApiFailure, refused } from './failure.ts'

/** The findings with the rules as the team has set them. */
export function gateFindings(
  house: House,
  opened: OpenedPostmortem,
  gate: Gate,
  now: Instant,
  only: readonly string[] | null = null,
): Finding[] {
  const { policy, severities, publication } = house.rules
  const check = checkerOf({
    gate,
    only,
    policy,
    severities,
    targets: publication.targets,
    now: Math.floor(now / HOUR) * HOUR,
  })
  return check({ source: opened.text, record: opened.recordText || null, evidence: opened.evidenceText || null })
}

/** Findings with their places as people count them. */
export function findingsOf(text: string, findings: readonly Finding[]) {
  const starts = lineStarts(text)
  return findings.map(({ rule, group, severity, message, span, fix }) => {
    const { start, end } = positionsOf(starts, span)
    const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
    const edits = fix && { title: fix.title, safe: fix.safe, edits: fix.edits.map((edit) => ({ ...edit })) }
    return { rule, group, severity, message, from: span.from, to: span.to, ...place, ...(edits ? { fix: edits } : {}) }
  })
}

/** How many findings of each severity stand before each gate. */
export interface GateCount {
  readonly gate: Gate
  readonly open: boolean
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** All gates of a postmortem. */
export function gateCounts(house: House, opened: OpenedPostmortem, now: Instant): GateCount[] {
  return GATES.map((gate) => {
    const counts = { error: 0, warning: 0, info: 0 }
    for (const { severity } of gateFindings(house, opened, gate, now)) counts[severity]++
    return { gate, open: counts.error === 0, errors: counts.error, warnings: counts.warning, infos: counts.info }
  })
}

/** A move that was refused, with every finding that stands before its gate. */
export function moveRefused(refusal: Refusal, text: string, findings: readonly Finding[]): ApiFailure {
  const kind = refusal.code === 'digest-moved' || refusal.code === 'revision-stale' ? 'stale' : 'refused'
  return refused(refusal, kind, { findings: findingsOf(text, findings) })
}
