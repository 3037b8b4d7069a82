/** All sources of evidence, sorted by name; a new one is one folder and one line here. */
import { ok, type Result, refuse, type Where } from '../base/result.ts'
import { alertmanager } from './alertmanager/index.ts'
import { github } from './github/index.ts'
import { grafana } from './grafana/index.ts'
import { describeValue } from './kit/describe-value.ts'
import type { EvidenceSource } from './kit/source.ts'
import { notes } from './notes/index.ts'
import { pagerduty } from './pagerduty/index.ts'
import { slack } from './slack/index.ts'
import { statuspage } from './statuspage/index.ts'

/** One for each folder beside this file, but `kit`. */
export const EVIDENCE_SOURCES: readonly EvidenceSource[] = [
  alertmanager,
  github,
  grafana,
  notes,
  pagerduty,
  slack,
  statuspage,
]

/** The source that knows a value (parsed JSON, or the text of notes); refused where none does (`unknown-evidence`). */
export function recogniseEvidence(value: unknown, where?: Where): Result<EvidenceSource> {
  const source = EVIDENCE_SOURCES.find((candidate) => candidate.recognises(value))
  if (source) return ok(source)
  const titles = EVIDENCE_SOURCES.map(({ title }) => title).join(', ')
  return refuse(
    'unknown-evidence',
    `Found ${describeValue(value)}, which is none of: ${titles}. Export it from one of them, or write it down as notes.`,
    where,
  )
}
