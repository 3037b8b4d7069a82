/** Reads a channel one day file or page at a time and keeps only what tells of the incident, in bounded memory. */
import type { Instant } from '../../base/instant.ts'
import type { EvidenceBatch, EvidenceProblem, Link } from '../../evidence/fact.ts'
import { artefactOfUrl } from '../kit/artefact-of-url.ts'
import { jsonPath } from '../kit/json-path.ts'
import { tally } from '../kit/left-out.ts'
import { readInstant, timeProblem } from '../kit/read-instant.ts'
import { judge } from './judge.ts'
import { type Kept, keptToBatch } from './kept-messages.ts'
import type { NameOf } from './mrkdwn.ts'
import { rolesIn } from './roles.ts'
import { Message } from './shape.ts'
import { LONG_THREAD } from './signals.ts'
import { isHousekeeping } from './talk.ts'

/** What to keep. */
export interface ChannelOptions {
  readonly from?: Instant
  readonly to?: Instant
  /** The channel's own address, from which links to messages follow. */
  readonly channelUrl?: string
  /** At most so many messages are kept, the most telling ones; 5,000 where absent. */
  readonly most?: number
}

const MOST = 5000
const MOST_PROBLEMS = 200
const MOST_ROLES = 200
const MOST_LINKS = 500

/** Takes messages as they come and gives the evidence at the end. Messages may come in any order, and more than once. */
export class SlackChannelReader {
  private readonly kept = new Map<string, Kept>()
  private readonly leftOut = tally()
  private readonly problems: EvidenceProblem[] = []
  private readonly longThreads = new Set<string>()
  private readonly roles = new Map<string, { role: 'commander' | 'recorder'; user: string; at: Instant }>()
  private readonly links = new Map<string, Link>()
  private readonly names = new Map<string, string>()
  private readonly options: ChannelOptions
  private count = 0

  constructor(options: ChannelOptions = {}) {
    this.options = options
  }

  /** How many messages were read and how many are kept, for a progress line. */
  get progress(): { readonly read: number; readonly kept: number } {
    return { read: this.count, kept: this.kept.size }
  }

  /** Takes the messages of one day file or page; `path` is where they stand, `channel` the channel's name where known. */
  take(messages: readonly unknown[], path = '$', channel?: string): void {
    for (const [at, given] of messages.entries()) {
      this.count++
      const message = Message.safeParse(given)
      if (message.success) this.takeOne(message.data, channel, () => jsonPath(path, at))
      else this.problem(jsonPath(path, at), 'This is no Slack message (it has no ts); it was left out.')
    }
    const most = this.options.most ?? MOST
    if (this.kept.size > 2 * most) this.prune(most)
  }

  /** Everything kept, as evidence; `nameOf` gives the name of a user id. */
  finish(nameOf: NameOf = () => undefined): EvidenceBatch {
    const most = this.options.most ?? MOST
    if (this.kept.size > most) this.prune(most)
    const named: NameOf = (id) => nameOf(id) ?? this.names.get(id)
    const batch = keptToBatch([...this.kept.values()], this.longThreads, named, this.options.channelUrl, this.leftOut)
    const commander = this.holderOf('commander', named)
    const recorder = this.holderOf('recorder', named)
    const incident = { ...(commander ? { commander } : {}), ...(recorder ? { recorder } : {}) }
    const linked = [...this.links.values()].flatMap(({ url, title }) => artefactOfUrl(url, title) ?? [])
    const artefacts = [...(batch.artefacts ?? []), ...linked]
    return { ...batch, artefacts, incident, leftOut: this.leftOut.list(), problems: this.problems }
  }

  /** Notes something that could not be used. */
  problem(path: string, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ path, message })
  }

  private takeOne(message: Message, channel: string | undefined, path: () => string): void {
    const { ts, thread_ts: thread } = message
    const at = readInstant(ts)
    const { from = -Infinity, to = Infinity } = this.options
    if (thread === ts && Number(message.reply_count) > LONG_THREAD) this.longThreads.add(ts)
    if (at === null) this.problem(jsonPath(path(), 'ts'), timeProblem(ts))
    else if (at < from || at > to) this.leftOut.add('outside the time window')
    else if (isHousekeeping(message.subtype) || message.hidden === true)
      this.leftOut.add('joins, leaves and channel changes')
    else this.weigh(message, at, channel)
  }

  private weigh(message: Message, at: Instant, channel: string | undefined): void {
    const judged = judge(message)
    this.remember(message)
    this.noteRoles(judged.mrkdwn, message.user, at)
    if ('why' in judged) {
      this.leftOut.add(judged.why)
      for (const link of judged.links ?? []) if (this.links.size < MOST_LINKS) this.links.set(link.url, link)
      return
    }
    const { ts, thread_ts: thread } = message
    const known = this.kept.get(ts)
    const key = known && known.channel !== channel && known.mrkdwn !== judged.mrkdwn ? `${ts}@${channel ?? ''}` : ts
    if (this.kept.has(key)) {
      this.leftOut.add('the same message again')
      return
    }
    this.kept.set(key, {
      key,
      ts,
      at,
      type: message.subtype ?? 'message',
      ...judged,
      user: message.user,
      author: message.user_profile?.real_name ?? message.username ?? message.bot_profile?.name,
      ...(thread ? { thread } : {}),
      ...(thread && thread !== ts ? { reply: true } : {}),
      ...(channel ? { channel } : {}),
      ...(message.permalink ? { permalink: message.permalink } : {}),
    })
  }

  private remember({ user, user_profile: profile }: Message): void {
    const name = profile?.real_name ?? profile?.display_name ?? profile?.name
    if (user && name && this.names.size < 10_000) this.names.set(user, name)
  }

  private noteRoles(mrkdwn: string, author: string | undefined, at: Instant): void {
    if (this.roles.size >= MOST_ROLES) return
    for (const { role, user } of rolesIn(mrkdwn, author)) {
      const known = this.roles.get(`${role} ${user}`)
      if (!known || at < known.at) this.roles.set(`${role} ${user}`, { role, user, at })
    }
  }

  /** The first to hold a role; null where nobody says so. A handover is in the messages themselves. */
  private holderOf(role: 'commander' | 'recorder', nameOf: NameOf): string | null {
    const holders = [...this.roles.values()].filter((entry) => entry.role === role).sort((a, b) => a.at - b.at)
    const first = holders[0]
    return first ? (nameOf(first.user) ?? first.user) : null
  }

  private prune(most: number): void {
    const sorted = [...this.kept.values()].sort(
      (a, b) => b.points - a.points || a.at - b.at || (a.key < b.key ? -1 : 1),
    )
    this.leftOut.add(`beyond the ${most} most telling messages`, sorted.length - most)
    for (const { key } of sorted.slice(most)) this.kept.delete(key)
  }
}
