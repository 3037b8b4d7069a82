/** Evidence that comes in a request: files as text, each of any source that we know, or notes. */
import { z } from '@hono/zod-openapi'
import { type ReadEvidence, readEvidenceText } from '../../integrations/read-evidence-text.ts'
import { refused } from './failure.ts'
import { Words } from './postmortem-shapes.ts'
import { Day, Line } from './shapes.ts'

/** The fields of a body that brings evidence. */
export const EvidenceFields = {
  evidence: z
    .array(z.strictObject({ name: Line(300), content: Words(16_000_000) }))
    .max(50)
    .openapi({
      description: 'Exports of PagerDuty, Slack, Alertmanager, Statuspage, GitHub, Grafana as JSON, or notes',
    }),
  day: Day.optional().openapi({ description: 'The day of notes that name none' }),
  zone: Line(60).optional().openapi({ description: 'The zone of notes that name none' }),
  channel: Line(200).optional().openapi({ description: 'The channel of a Slack export that holds several' }),
}

/** The bytes that a request with evidence may have. */
export const LARGEST_EVIDENCE = 32 * 1024 * 1024

/** What was told about each file. */
export const SourceShape = z.object({
  file: z.string(),
  source: z.string(),
  facts: z.number().int(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
})

/** Reads every file; throws on the first that cannot be used. */
export function readEvidenceFiles(
  files: readonly { readonly name: string; readonly content: string }[],
  { day, zone, channel }: { day?: string | undefined; zone?: string | undefined; channel?: string | undefined },
): ReadEvidence[] {
  return files.map(({ name, content }, at) => {
    const how = { file: name, ...(day ? { day } : {}), ...(zone ? { zone } : {}), ...(channel ? { channel } : {}) }
    const read = readEvidenceText(name, content, how)
    if (read.ok) return read.value
    throw refused(read.refusal, 'refused', {
      file: name,
      fields: [{ field: `body.evidence.${at}.content`, message: read.refusal.message }],
    })
  })
}

/** What each file told. */
export function sourcesOf(read: readonly ReadEvidence[]): z.input<typeof SourceShape>[] {
  return read.map(({ file, source, batch }) => ({
    file,
    source,
    facts: batch.facts.length,
    problems: (batch.problems ?? []).slice(0, 50).map(({ path, message }) => ({ path, message })),
  }))
}
