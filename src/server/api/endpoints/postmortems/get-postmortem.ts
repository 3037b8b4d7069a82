/** `GET /api/v1/postmortems/{id}`: one postmortem with its text, its stage and its gates. */
import { z } from '@hono/zod-openapi'
import { findVisibleText } from '../../../store/visible-postmortems.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { viewerOf } from '../../postmortem-access.ts'
import { GateShape, ListedPostmortem, listedPostmortem, PostmortemPath } from '../../postmortem-shapes.ts'
import { standingOf } from '../../postmortem-standing.ts'

/** `ETag` is the revision; offsets of edits count in this text. */
export const getPostmortem = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}',
  group: 'Postmortems',
  summary: 'One postmortem',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: ListedPostmortem.extend({
    text: z.string(),
    lineEnding: z.string().describe('How its file ends lines; the text here has LF'),
    digest: z.string().describe('What a signature covers: the root digest of the text without its living parts'),
    waitsFor: z.array(z.string()).describe('What the next stage waits for'),
    gates: z.array(
      z.object({ gate: GateShape, open: z.boolean(), errors: z.number(), warnings: z.number(), infos: z.number() }),
    ),
  }).openapi('Postmortem'),
  async prepare({ house, db, actor, params }) {
    if (house.live && (await findVisibleText(db, viewerOf(actor), params.id))) await house.live.settle(house, params.id)
  },
  async run({ house, db, actor, now, params }) {
    const row = await findVisibleText(db, viewerOf(actor), params.id)
    if (!row) throw notFound(`postmortem ${params.id}`)
    const { digest, waitsFor, gates } = await standingOf(house, db, row, now)
    return {
      body: {
        ...listedPostmortem(row),
        text: row.text,
        lineEnding: row.line_ending,
        digest,
        waitsFor: [...waitsFor],
        gates: gates.map((gate) => ({ ...gate })),
      },
      etag: row.revision,
    }
  },
})
