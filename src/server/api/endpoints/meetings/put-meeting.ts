/** `PUT /api/v1/postmortems/{id}/meetings/{meeting}`: writes a review meeting anew. */
import { z } from '@hono/zod-openapi'
import { updateMeeting } from '../../../store/meetings.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { MeetingBody, MeetingShape, meetingOf } from '../../meeting-shapes.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { PostmortemId } from '../../postmortem-shapes.ts'
import { Id } from '../../shapes.ts'

/** Date, attendees and notes, as a whole. */
export const putMeeting = endpoint({
  method: 'put',
  path: '/api/v1/postmortems/{id}/meetings/{meeting}',
  group: 'Review meetings',
  summary: 'Change a review meeting',
  who: 'token',
  may: 'write',
  writes: ['review.changed'],
  params: z.strictObject({ id: PostmortemId, meeting: Id }),
  body: MeetingBody,
  answer: MeetingShape,
  async run({ tx, actor, now, params: { id, meeting }, body, audit }) {
    const { visibility } = await seePostmortem(tx, actor, id)
    const changed = await updateMeeting(tx, id, meeting, body, now)
    if (!changed) throw notFound(`review meeting ${meeting} of ${id}`)
    await audit('review.changed', id, { meeting, at: body.at }, visibility === 'restricted')
    return { body: meetingOf(changed) }
  },
})
