/** `GET /api/v1/postmortems/{id}/compare`: what changed between two revisions. */
import { z } from '@hono/zod-openapi'
import { comparePostmortems } from '../../../../document/compare.ts'
import { comparisonToText } from '../../../../document/compare-to-text.ts'
import { editsBetween } from '../../../../document/edits-between.ts'
import { parsePostmortem } from '../../../../document/parse.ts'
import { findRevision } from '../../../store/revisions.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'
import { RevisionNumber } from '../../revision-shape.ts'

const Change = z.enum(['added', 'removed', 'changed', 'moved'])
const ValueShape = z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** In the words of the format, and as edits of the earlier text. */
export const compareRevisions = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/compare',
  group: 'History',
  summary: 'Compare two revisions',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  query: z.strictObject({ from: RevisionNumber, to: RevisionNumber }),
  answer: z.object({
    from: z.number(),
    to: z.number(),
    words: z.string().describe('For people: + came, - went, ~ changed, > moved'),
    title: ValueShape.nullable(),
    metadata: z.array(ValueShape),
    sections: z.array(z.object({ change: Change, heading: z.string(), kind: z.string() })),
    timeline: z.array(z.object({ change: Change, before: z.string().nullable(), after: z.string().nullable() })),
    items: z.array(
      z.object({
        change: Change,
        id: z.string(),
        fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
    edits: z.array(z.object({ from: z.number(), to: z.number(), text: z.string() })),
  }),
  async run({ db, actor, house, params: { id }, query: { from, to } }) {
    await seePostmortem(db, actor, id)
    const [before, after] = [await findRevision(db, id, from), await findRevision(db, id, to)]
    if (!before || !after) throw notFound(`revision ${before ? to : from} of ${id}`)
    const options = { severityWords: house.rules.policy.severityWords }
    const compared = comparePostmortems(parsePostmortem(before.text, options), parsePostmortem(after.text, options))
    const rowWords = (row: { timeText: string; text: string } | null) => row && `${row.timeText} ${row.text}`.trim()
    return {
      body: {
        from,
        to,
        words: comparisonToText(compared),
        title: compared.title,
        metadata: [...compared.metadata],
        sections: compared.sections.map(({ change, before: old, after: now }) => {
          const { heading, kind } = (now ?? old)!
          return { change, heading, kind }
        }),
        timeline: compared.timeline.map(({ change, before: old, after: now }) => ({
          change,
          before: rowWords(old),
          after: rowWords(now),
        })),
        items: compared.actionItems.map(({ change, id: item, fields }) => ({ change, id: item, fields: [...fields] })),
        edits: editsBetween(before.text, after.text),
      },
    }
  },
})
