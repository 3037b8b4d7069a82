/** Reads one text of evidence: JSON of any source that we know, or notes. */
import { ok, type Result } from '../base/result.ts'
import type { EvidenceBatch } from '../evidence/fact.ts'
import { recogniseEvidence } from './evidence-sources.ts'
import { readJsonText } from './kit/read-json-text.ts'
import type { ReadContext } from './kit/source.ts'
import { notes } from './notes/index.ts'

/** What one input told. */
export interface ReadEvidence {
  readonly file: string
  /** What people call the source. */
  readonly source: string
  readonly batch: EvidenceBatch
}

/** Refused as the sources, `readJsonText` and `recogniseEvidence` refuse; `file` is a name for messages. */
export function readEvidenceText(file: string, words: string, how: ReadContext): Result<ReadEvidence> {
  if (!/^\ufeff?\s*[[{<]/.test(words) && !/\.jsonl?$/i.test(file)) {
    const batch = notes.read(words, how)
    return batch.ok ? ok({ file, source: notes.title, batch: batch.value }) : batch
  }
  const json = readJsonText(words, file)
  if (!json.ok) return json
  const source = recogniseEvidence(json.value.value, { file })
  if (!source.ok) return source
  const batch = source.value.read(json.value.value, how)
  if (!batch.ok) return batch
  const problems = [...(batch.value.problems ?? []), ...json.value.problems]
  return ok({ file, source: source.value.title, batch: { ...batch.value, problems } })
}
