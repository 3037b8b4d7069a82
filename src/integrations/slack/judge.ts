/** Decides whether one message tells what happened; says why not where it does not. */
import type { Link } from '../../evidence/fact.ts'
import { type BotAlert, botAlert } from './bot-alert.ts'
import { messageText } from './message-text.ts'
import { mrkdwnToPlain } from './mrkdwn.ts'
import type { Message } from './shape.ts'
import { ENOUGH, MARKED, markOf, signalOf } from './signals.ts'
import { emptyTalk } from './talk.ts'

/** A message that is kept: its words, its weight, and what it is. */
export interface Judged {
  readonly mrkdwn: string
  readonly points: number
  readonly bot: boolean
  readonly alert?: BotAlert
  readonly mark?: string
}

/** A bot's message that is no alert is kept only where its words are this plain. */
const ENOUGH_FOR_BOTS = 3

/** A message that is left out: why, its words (which may still name a role), and links that stand alone. */
export interface Dismissed {
  readonly why: string
  readonly mrkdwn: string
  readonly links?: readonly Link[]
}

/** The verdict on a message. */
export function judge(message: Message): Judged | Dismissed {
  const mrkdwn = messageText(message)
  const mark = markOf((message.pinned_to ?? []).length > 0, message.reactions ?? [])
  const bot = isBot(message)
  const { text, links } = mrkdwnToPlain(mrkdwn, () => undefined)
  if (mark) return { mrkdwn, points: MARKED, bot, mark }
  if (mrkdwn === '') return { why: 'messages without words', mrkdwn }
  const talk = emptyTalk(text)
  if (talk === 'emoji') return { why: 'emoji only', mrkdwn }
  if (bot) {
    const alert = botAlert(text, message.username ?? message.bot_profile?.name ?? message.user_profile?.real_name)
    if (alert) return { mrkdwn, points: MARKED / 2, bot, alert }
  } else if (talk === 'talk') return { why: 'thanks and small talk', mrkdwn }
  if (links.length > 0 && !/[\p{L}\p{N}]/u.test(mrkdwn.replace(/<[^<>\n]{1,3000}>|https?:\/\/\S{1,2000}/g, '')))
    return { why: 'links without words', mrkdwn, links }
  const points = signalOf(
    text,
    links.map(({ url }) => url),
  )
  if (bot && points < ENOUGH_FOR_BOTS) return { why: 'bot chatter', mrkdwn }
  return points < ENOUGH ? { why: 'questions and discussion', mrkdwn } : { mrkdwn, points, bot }
}

function isBot(message: Message): boolean {
  return message.subtype === 'bot_message' || (message.bot_id !== undefined && message.client_msg_id === undefined)
}
