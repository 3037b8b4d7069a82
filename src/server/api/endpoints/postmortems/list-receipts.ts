/** `GET /api/v1/postmortems/{id}/receipts`: where it was published, and which ticks are only claimed. */
import { z } from '@hono/zod-openapi'
import { allHandsState } from '../../../../publication/all-hands.ts'
import { publicationClaims } from '../../../../publication/claims.ts'
import { readRecord } from '../../../../record/read-record.ts'
import { endpoint } from '../../endpoint.ts'
import { seeWhole } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** By the record, the oldest first. */
export const listReceipts = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/receipts',
  group: 'Stages',
  summary: 'Receipts of publications',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.object({
    receipts: z.array(
      z.object({
        target: z.string(),
        reference: z.string(),
        note: z.string().nullable(),
        at: z.string(),
        actor: z.string(),
        digest: z.string(),
      }),
    ),
    claims: z.array(z.object({ words: z.string(), missing: z.array(z.string()) })),
    allHands: z.object({ state: z.enum(['none', 'scheduled', 'overdue', 'held']), date: z.string().nullable() }),
  }),
  async run({ house, db, actor, now, params }) {
    const { postmortem, recordText, revision } = await seeWhole(house, db, actor, params.id)
    const { entries } = readRecord(recordText)
    const receipts = entries.flatMap((entry) =>
      entry.verb === 'receipt'
        ? [{ ...entry.data, note: entry.data.note ?? null, at: entry.at, actor: entry.actor }]
        : [],
    )
    const claims = publicationClaims(postmortem, entries, house.rules.publication.targets)
    const allHands = allHandsState(entries, now)
    return {
      body: {
        receipts,
        claims: claims.map(({ words, missing }) => ({ words, missing: [...missing] })),
        allHands: { state: allHands.state, date: allHands.state === 'none' ? null : allHands.date },
      },
      etag: revision,
    }
  },
})
