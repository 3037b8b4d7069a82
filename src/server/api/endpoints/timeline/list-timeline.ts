/** `GET /api/v1/postmortems/{id}/timeline`: the timeline with its kinds, milestones and durations. */
import { z } from '@hono/zod-openapi'
import { DURATIONS, durationsOf } from '../../../../timeline/durations.ts'
import { MILESTONES, milestonesOf } from '../../../../timeline/milestones.ts'
import { endpoint } from '../../endpoint.ts'
import { seeWhole } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'
import { Moment } from '../../shapes.ts'

/** In the order of the text. */
export const listTimeline = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/timeline',
  group: 'Timeline',
  summary: 'Timeline, milestones, durations',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.object({
    entries: z.array(
      z.object({
        at: Moment.nullable(),
        timeText: z.string(),
        text: z.string(),
        kind: z.string(),
        source: z.string().nullable(),
        from: z.number().int(),
        to: z.number().int(),
      }),
    ),
    milestones: z.array(
      z.object({
        name: z.string(),
        at: Moment.nullable(),
        entry: z.number().int().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    durations: z.array(
      z.object({ name: z.string(), milliseconds: z.number().nullable(), reason: z.string().nullable() }),
    ),
  }),
  async run({ house, db, actor, params }) {
    const { postmortem, revision } = await seeWhole(house, db, actor, params.id)
    const milestones = milestonesOf(postmortem.timeline)
    const durations = durationsOf(postmortem.timeline, milestones)
    return {
      body: {
        entries: postmortem.timeline.map(({ at, timeText, text, kind, source, span }) => ({
          at,
          timeText,
          text,
          kind,
          source: source?.text ?? null,
          from: span.from,
          to: span.to,
        })),
        milestones: MILESTONES.map((name) => {
          const { at, row, reason } = milestones[name]
          return { name, at, entry: row, reason }
        }),
        durations: DURATIONS.map((name) => {
          const { milliseconds, reason } = durations[name]
          return { name, milliseconds, reason }
        }),
      },
      etag: revision,
    }
  },
})
