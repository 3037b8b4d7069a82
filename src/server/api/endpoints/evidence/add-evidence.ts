/** `POST /api/v1/postmortems/{id}/evidence`: merges evidence into a draft. */
import { z } from '@hono/zod-openapi'
import { utcDay } from '../../../../base/instant.ts'
import { ok } from '../../../../base/result.ts'
import { addEvidence as add } from '../../../../document/add-evidence.ts'
import { parsePostmortem } from '../../../../document/parse.ts'
import { maskedWords } from '../../../../evidence/masked-words.ts'
import { findVisibleText } from '../../../store/visible-postmortems.ts'
import { changedText } from '../../changed-text.ts'
import { endpoint } from '../../endpoint.ts'
import { EvidenceFields, LARGEST_EVIDENCE, readEvidenceFiles, SourceShape, sourcesOf } from '../../evidence-input.ts'
import { notFound } from '../../failure.ts'
import { changedAnswer, changeSeen, viewerOf } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath } from '../../postmortem-shapes.ts'

/** The same twice changes nothing; what a person reworded stays, what they deleted does not come back. */
export const addEvidence = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/evidence',
  group: 'Evidence',
  summary: 'Add evidence',
  who: 'token',
  may: 'write',
  writes: ['evidence.added'],
  match: 'optional',
  largest: LARGEST_EVIDENCE,
  params: PostmortemPath,
  body: z.strictObject({ ...EvidenceFields, evidence: EvidenceFields.evidence.min(1) }),
  answer: ChangedShape.extend({
    rows: z.number().int().describe('New timeline entries'),
    joined: z.number().int().describe('Facts that belong to entries which stood there'),
    dropped: z.number().int().describe('Facts put aside whose entries were deleted'),
    leftOut: z.array(z.object({ why: z.string(), count: z.number() })),
    notes: z.array(z.string()),
    sources: z.array(SourceShape),
  }),
  async prepare({ db, actor, params, body, house }) {
    const row = await findVisibleText(db, viewerOf(actor), params.id)
    if (!row) throw notFound(`postmortem ${params.id}`)
    const { metadata } = parsePostmortem(row.text, { severityWords: house.rules.policy.severityWords })
    const start = metadata.startedAt?.value ?? null
    return readEvidenceFiles(body.evidence, { ...body, day: body.day ?? (start === null ? undefined : utcDay(start)) })
  },
  async run(call) {
    const { params, prepared: read, house } = call
    const batches = read.map(({ batch }) => batch)
    let told = { rows: 0, joined: 0, dropped: 0, leftOut: [] as { why: string; count: number }[] }
    const words = { cause: 'evidence', verb: 'evidence.added', data: { files: read.length } } as const
    const done = await changeSeen(call, params.id, words, (opened) => {
      const options = { severityWords: house.rules.policy.severityWords }
      const added = add(opened.postmortem, opened.evidenceText, batches, options)
      if (!added.ok) return added
      const { rows, joined, dropped, leftOut, evidenceText } = added.value
      told = { rows, joined, dropped, leftOut: leftOut.map((one) => ({ ...one })) }
      const text = changedText(house, opened, added.value.text)
      return text.ok ? ok({ text: text.value, evidenceText }) : text
    })
    const { body, etag } = changedAnswer(done)
    return { body: { ...body, ...told, notes: maskedWords(batches), sources: sourcesOf(read) }, etag }
  },
})
