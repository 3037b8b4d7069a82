/** Shapes of what endpoints tell about review meetings. */
import { z } from '@hono/zod-openapi'
import type { MeetingRow } from '../store/meetings.ts'
import { Words } from './postmortem-shapes.ts'
import { Moment, Name } from './shapes.ts'

/** What is said of one. */
export const MeetingBody = z.strictObject({
  at: Moment,
  attendees: z.array(Name).max(200).default([]),
  notes: Words(200_000).default(''),
})

/** One as it is told. */
export const MeetingShape = z
  .object({ id: z.string(), at: Moment, attendees: z.array(z.string()), notes: z.string(), updatedAt: Moment })
  .openapi('ReviewMeeting')

/** A row of the store as it is told. */
export function meetingOf({ id, at, attendees, notes, updated_at }: MeetingRow): z.input<typeof MeetingShape> {
  return { id, at, attendees: JSON.parse(attendees) as string[], notes, updatedAt: updated_at }
}
