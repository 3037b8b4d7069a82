/** `POST /api/v1/imports`: whole postmortems with their records and evidence. */
import { z } from '@hono/zod-openapi'
import { readRecord } from '../../../../record/read-record.ts'
import { insertPostmortem } from '../../../store/insert-postmortem.ts'
import { endpoint } from '../../endpoint.ts'
import { LARGEST_EVIDENCE } from '../../evidence-input.ts'
import { ApiFailure } from '../../failure.ts'
import { newPostmortemText } from '../../new-postmortem-text.ts'
import { Markdown, Words } from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

const FileResult = z.object({
  name: z.string(),
  id: z.string().nullable(),
  error: z.string().nullable(),
  problems: z.array(z.string()).describe('Lines of the record that are not as they should be; they are kept'),
})

/** Every line of a record is kept byte for byte; what is there already is left as it is, and told. */
export const importPostmortems = endpoint({
  method: 'post',
  path: '/api/v1/imports',
  group: 'Postmortems',
  summary: 'Import postmortems with record and evidence',
  details:
    'Each text keeps its id; one that names none is brought into the format, and can bring no record. Files that cannot be imported are told and the others are; where none can, the answer is 422.',
  who: 'token',
  may: 'write',
  writes: ['postmortem.created'],
  creates: true,
  largest: LARGEST_EVIDENCE,
  body: z.strictObject({
    files: z
      .array(
        z.strictObject({
          name: Line(300),
          text: Markdown,
          record: Words(4_000_000).default(''),
          evidence: Words(16_000_000).default(''),
        }),
      )
      .min(1)
      .max(200),
  }),
  answer: z.object({ files: z.array(FileResult) }),
  status: 201,
  async run({ house, tx, actor, now, body, audit }) {
    const files: z.input<typeof FileResult>[] = []
    const { severityWords } = house.rules.policy
    for (const { name, text, record, evidence } of body.files) {
      const made = await newPostmortemText(tx, actor, { text, severityWords }, now).catch((error: unknown) => {
        if (error instanceof ApiFailure) return error
        throw error
      })
      const told = { name, id: null, problems: [] }
      if (made instanceof ApiFailure) {
        files.push({ ...told, error: made.message })
        continue
      }
      if (!made.named && record !== '') {
        files.push({
          ...told,
          error: 'The text names no incident id, so its record cannot belong to it. Write the id into the metadata.',
        })
        continue
      }
      const done = await insertPostmortem(house, tx, {
        ...made,
        recordText: record,
        evidenceText: evidence,
        actor: actor.name,
        createdBy: actor.id,
        source: actor.via === 'token' ? 'api' : 'hand',
        cause: 'imported',
        now,
      })
      if (!done.ok) {
        files.push({ ...told, error: done.refusal.message })
        continue
      }
      await audit('postmortem.created', done.value.id, { from: 'import' }, done.value.visibility === 'restricted')
      const problems = readRecord(record).problems.map(({ message }) => message)
      files.push({ name, id: done.value.id, error: null, problems: problems.slice(0, 50) })
    }
    if (files.some(({ id }) => id !== null)) return { body: { files } }
    throw new ApiFailure(
      'refused',
      'nothing-imported',
      `None of the ${files.length} files was imported. ${files[0]!.error}`,
      { more: { files } },
    )
  },
})
