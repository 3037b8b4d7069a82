/** Turns the messages that were kept into facts and artefacts. */
import type { Instant } from '../../base/instant.ts'
import type { Actor, Artefact, EvidenceBatch, Fact, Link } from '../../evidence/fact.ts'
import { kindOfEvent } from '../../timeline/kind-of.ts'
import { artefactOfUrl } from '../kit/artefact-of-url.ts'
import type { Tally } from '../kit/left-out.ts'
import { oneLine } from '../kit/plain-text.ts'
import { webUrl } from '../kit/web-url.ts'
import type { Judged } from './judge.ts'
import { mrkdwnToPlain, type NameOf } from './mrkdwn.ts'
import { ENOUGH_IN_LONG_THREAD } from './signals.ts'

/** A message worth telling, reduced to what is needed to tell it. */
export interface Kept extends Judged {
  /** Its `ts`; with the channel after it where two channels share one. */
  readonly key: string
  readonly ts: string
  readonly at: Instant
  readonly type: string
  readonly user: string | undefined
  readonly author: string | undefined
  readonly thread?: string
  readonly reply?: boolean
  readonly channel?: string
  readonly permalink?: string
}

/** A thread tells its story in at most so many replies. */
const MOST_REPLIES = 25
/** A first line shorter than this is a heading; the next one belongs to it. */
const HEADING = 25

/** The facts and artefacts; what long threads lose is counted. */
export function keptToBatch(
  kept: readonly Kept[],
  longThreads: ReadonlySet<string>,
  nameOf: NameOf,
  channelUrl: string | undefined,
  leftOut: Tally,
): EvidenceBatch {
  const told = cutThreads(kept, longThreads, leftOut)
  const facts: Fact[] = []
  const artefacts: Artefact[] = []
  for (const message of told) {
    const { text, links } = mrkdwnToPlain(message.mrkdwn, nameOf)
    const url = webUrl(message.permalink) ?? messageUrl(message, channelUrl)
    facts.push(factOf(message, text, url, changeLabels(links), nameOf))
    if (url && message.mark && !message.reply) artefacts.push({ kind: 'thread', title: titleOf(text), url })
    for (const link of links) {
      const artefact = artefactOfUrl(link.url, link.title)
      if (artefact) artefacts.push(artefact)
    }
    if (message.alert?.name) artefacts.push({ kind: 'alert', title: message.alert.name, url: null })
  }
  // Where the export does not say where the channel is, its first message leads there.
  const channel = webUrl(channelUrl) ?? webUrl(told[0]?.permalink)
  if (channel)
    artefacts.unshift({
      kind: 'thread',
      title: told[0]?.channel ? `#${told[0].channel}` : 'Slack channel',
      url: channel,
    })
  return { facts, artefacts }
}

function factOf(
  message: Kept,
  text: string,
  url: string | null,
  changes: Readonly<Record<string, string>>,
  nameOf: NameOf,
): Fact {
  const { key, at, ts, type, alert, mark, channel, thread } = message
  const actor = actorOf(message, nameOf)
  const words = titleOf(text)
  const title = alert?.name ? `Alert ${alert.name} ${alert.state}` : words
  const labels = {
    ...(channel ? { channel } : {}),
    ...(mark ? { marked: mark } : {}),
    ...(alert?.name ? { alertname: alert.name } : {}),
    ...changes,
  }
  return {
    id: `slack:${key}`,
    source: 'slack',
    externalId: key,
    at,
    rawTime: ts,
    type: alert ? `alert ${alert.state}` : type,
    ...(alert ? { kind: alert.state === 'firing' ? 'alert' : 'other' } : mark ? { kind: kindOfEvent(words) } : {}),
    title,
    ...(oneLine(text) === title ? {} : { text }),
    ...(url ? { url } : {}),
    ...(actor ? { actor } : {}),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(thread ? { thread } : {}),
  }
}

/** The one change that a message links to, so that it can be matched with what the code forge tells of it. */
function changeLabels(links: readonly Link[]): Record<string, string> {
  const urls = new Set(links.map(({ url }) => url).filter((url) => artefactOfUrl(url)?.kind === 'change'))
  const [url] = urls
  if (urls.size !== 1 || !url) return {}
  const pull = /\/(?:pull|pulls|merge_requests|pull-requests)\/(\d{1,10})/.exec(url)?.[1]
  const commit = /\/commits?\/([0-9a-f]{7,40})/.exec(url)?.[1]
  return { ...(pull ? { pull_request: pull } : {}), ...(commit ? { commit } : {}) }
}

/** The name that the export gives for the author: of its user list, else of the message, else the id. */
function actorOf({ user, author, bot }: Kept, nameOf: NameOf): Actor | null {
  const name = oneLine((user === undefined ? undefined : nameOf(user)) ?? author ?? user ?? '')
  return name === '' ? null : { name, ...(user ? { id: user } : {}), ...(bot ? { bot } : {}) }
}

function titleOf(text: string): string {
  let title = ''
  for (const line of text.split('\n')) {
    title = oneLine(`${title} ${line.replace(/^[\s>•*-]{1,10}/, '')}`)
    if (title.length >= HEADING) break
  }
  return title
}

/** `…/archives/C01/p1764079387000200`, Slack's own form of a link to a message. */
function messageUrl({ ts, thread, reply }: Kept, channelUrl: string | undefined): string | null {
  const channel = webUrl(channelUrl)
  if (!channel || !/^\d{9,11}\.\d{6}$/.test(ts)) return null
  const id = /\/archives\/([A-Z0-9]{2,20})/.exec(channel)?.[1]
  const inThread = reply && thread && id ? `?thread_ts=${thread}&cid=${id}` : ''
  return `${channel.replace(/\/$/, '')}/p${ts.replace('.', '')}${inThread}`
}

function cutThreads(kept: readonly Kept[], longThreads: ReadonlySet<string>, leftOut: Tally): Kept[] {
  const replies = new Map<string, Kept[]>()
  for (const message of kept) {
    if (!message.reply || !message.thread) continue
    const list = replies.get(message.thread)
    if (list) list.push(message)
    else replies.set(message.thread, [message])
  }
  const dropped = new Set<string>()
  for (const [thread, list] of replies) {
    if (!longThreads.has(thread) && list.length <= MOST_REPLIES) continue
    const sorted = [...list].sort((a, b) => b.points - a.points || a.at - b.at || (a.key < b.key ? -1 : 1))
    for (const [place, { key, points }] of sorted.entries())
      if (place >= MOST_REPLIES || points < ENOUGH_IN_LONG_THREAD) dropped.add(key)
  }
  if (dropped.size > 0) leftOut.add('less telling replies of long threads', dropped.size)
  return kept.filter(({ key }) => !dropped.has(key))
}
