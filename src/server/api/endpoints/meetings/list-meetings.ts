/** `GET /api/v1/postmortems/{id}/meetings`: its review meetings. */
import { z } from '@hono/zod-openapi'
import { listMeetings as listRows } from '../../../store/meetings.ts'
import { endpoint } from '../../endpoint.ts'
import { MeetingShape, meetingOf } from '../../meeting-shapes.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** The earliest first. */
export const listMeetings = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/meetings',
  group: 'Review meetings',
  summary: 'Review meetings',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.object({ items: z.array(MeetingShape) }),
  async run({ db, actor, params }) {
    await seePostmortem(db, actor, params.id)
    return { body: { items: (await listRows(db, params.id)).map(meetingOf) } }
  },
})
