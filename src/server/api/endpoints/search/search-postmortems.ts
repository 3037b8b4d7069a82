/** `GET /api/v1/search`: full-text search with highlighted passages. */
import { z } from '@hono/zod-openapi'
import { searchPassages } from '../../../../learning/search-passages.ts'
import { houseIndex } from '../../../search/house-index.ts'
import { restrictedSeenBy } from '../../../store/search-texts.ts'
import { visibleTexts } from '../../../store/visible-postmortems.ts'
import { endpoint } from '../../endpoint.ts'
import { viewerOf } from '../../postmortem-access.ts'
import { ListedPostmortem, listedPostmortem, Words } from '../../postmortem-shapes.ts'

/** Filtered before ranking: what somebody may not see changes neither order nor score of what they find. */
export const searchPostmortems = endpoint({
  method: 'get',
  path: '/api/v1/search',
  group: 'Search',
  summary: 'Search postmortems',
  details:
    'Any word may match; words in titles, summaries, causes, services and alerts count more. English endings do not matter, and Chinese, Japanese and Korean are found by pairs of characters.',
  who: 'token',
  may: 'read',
  writes: null,
  query: z.strictObject({
    q: Words(1000).trim().min(1),
    limit: z.coerce.number().int().min(1).max(50).default(20).openapi({ type: 'integer' }),
  }),
  answer: z.object({
    hits: z.array(
      z.object({
        postmortem: ListedPostmortem,
        score: z.number(),
        passages: z.array(
          z.object({
            text: z.string(),
            from: z.number().int().describe('Where it begins in the text of the postmortem'),
            marks: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
          }),
        ),
      }),
    ),
  }),
  async run({ house, db, actor, query: { q, limit } }) {
    const viewer = viewerOf(actor)
    const index = await houseIndex(house)
    const own = viewer.admin ? null : await restrictedSeenBy(db, viewer.id)
    const found = index.search(q, limit, (id) => own?.has(id) ?? true)
    // The store has the last word on who sees what.
    const rows = await visibleTexts(
      db,
      viewer,
      found.map(({ id }) => id),
    )
    const hits = found.flatMap(({ id, score }) => {
      const row = rows.get(id)
      if (!row) return []
      const passages = searchPassages(row.text, q, 3).map(({ text, from, marks }) => ({
        text,
        from,
        marks: [...marks],
      }))
      return [{ postmortem: listedPostmortem(row), score: Math.round(score * 1000) / 1000, passages }]
    })
    return { body: { hits } }
  },
})
