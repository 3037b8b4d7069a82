/** The parts of Slack's messages and users that are read: Web API answers and export files alike. */
import { z } from 'zod'
import { anything, looseList, loosely, looseText } from '../kit/shapes.ts'

const Profile = loosely(z.looseObject({ real_name: looseText, display_name: looseText, name: looseText }))

/** A text attached to a message, mostly by a bot; `from_url` marks the preview of a link. */
export const Attachment = z.looseObject({
  title: looseText,
  title_link: looseText,
  pretext: looseText,
  text: looseText,
  fallback: looseText,
  from_url: looseText,
  original_url: looseText,
  is_msg_unfurl: anything,
})

/** One message. `ts` is its key: a text, never a number to count with. */
export const Message = z.looseObject({
  ts: z.union([z.string(), z.number().transform((value) => value.toFixed(6))]),
  type: looseText,
  subtype: looseText,
  text: looseText,
  user: looseText,
  username: looseText,
  bot_id: looseText,
  client_msg_id: looseText,
  bot_profile: Profile,
  user_profile: Profile,
  thread_ts: looseText,
  reply_count: anything,
  permalink: looseText,
  pinned_to: looseList,
  hidden: anything,
  reactions: looseList,
  attachments: looseList,
  blocks: looseList,
})
export type Message = z.infer<typeof Message>

/** One entry of `users.json` or `users.list`. */
export const User = z.looseObject({ id: z.string(), name: looseText, real_name: looseText, profile: Profile })
