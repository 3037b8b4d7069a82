/** `POST /api/v1/postmortems/{id}/meetings`: plans or notes down a review meeting. */
import { insertMeeting } from '../../../store/meetings.ts'
import { endpoint } from '../../endpoint.ts'
import { MeetingBody, MeetingShape, meetingOf } from '../../meeting-shapes.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** Attendees are kept to know who was asked, and are never counted. */
export const createMeeting = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/meetings',
  group: 'Review meetings',
  summary: 'Add a review meeting',
  who: 'token',
  may: 'write',
  writes: ['review.changed'],
  creates: true,
  params: PostmortemPath,
  body: MeetingBody,
  answer: MeetingShape,
  status: 201,
  async run({ tx, actor, now, params: { id }, body, audit }) {
    const { visibility } = await seePostmortem(tx, actor, id)
    const meeting = await insertMeeting(tx, id, body, actor.id, now)
    await audit('review.changed', id, { meeting: meeting.id, at: body.at }, visibility === 'restricted')
    return { body: meetingOf(meeting) }
  },
})
