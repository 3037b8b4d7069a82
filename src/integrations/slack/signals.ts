/** Weighs whether a message tells what happened in an incident, or is talk about it. The same words, the same weight. */
import { artefactOfUrl } from '../kit/artefact-of-url.ts'
import { findLinks } from '../kit/find-links.ts'

/** Points by what the words tell of; each counts once. */
const SIGNALS: readonly (readonly [points: number, words: RegExp])[] = [
  [
    3,
    /\b(?:roll(?:ed|ing)?[ -]?back|rollback|revert(?:ed|ing)?|re-?start(?:ed|ing|s)?|reboot(?:ed|ing)?|fail(?:ed|ing)? ?over|failover|scal(?:ed|ing) (?:up|down|out|in|to)|drain(?:ed|ing)|disabled|disabling|enabled|enabling|switched|switching|blocked|throttl(?:ed|ing)|rate-limit(?:ed|ing)|purged|flushed|paused|killed|deployed|deploying|redeploy(?:ed|ing)?|shipped|rolled out|rolling out|merged|applied|increased|decreased|raised|lowered|reduced|rotated|renewed|restored|restoring|rebuilt|resized|upgraded|downgraded|migrated|deleted|removed|cleared|evicted|cordoned|silenced|muted|patched|flipped|toggled|turn(?:ed|ing) (?:it |them )?(?:on|off)|kubectl|rollout undo|terraform apply|helm (?:upgrade|rollback))\b/i,
  ],
  [
    3,
    /\b(?:recover(?:ed|ing|s|y)|resolved|mitigated|all[ -]clear|back (?:to normal|up|online)|healthy again|fixed|is (?:now )?(?:stable|green|healthy|gone)|are (?:now )?(?:stable|green|healthy|gone)|subsid(?:ed|ing)|draining (?:again|down)|caught up)\b/i,
  ],
  [
    3,
    /\b(?:root cause|caused by|culprit|traced (?:it )?(?:back )?to|turn(?:s|ed) out|due to|result of|introduced (?:by|in)|identified|the (?:cause|problem|issue|reason) (?:is|was))\b/i,
  ],
  [
    3,
    /\b(?:paged|paging|ack(?:ed|nowledged)|escalat(?:ed|ing)|declar(?:ed|ing)|incident (?:commander|opened|closed|started)|(?:taking|handing) over (?:as )?(?:command|incident|ic)|sev-?\d\b|p[0-4] incident)\b/i,
  ],
  [
    2,
    /\b(?:errors?|5xx|50[0234]s?|4xx|outage|down|failing|failures?|fails|failed|time-?outs?|timing out|latency|degraded|slow|unavailable|unreachable|crash(?:ed|ing|loop\w*|es)?|oom(?:killed)?|out of (?:memory|disk|connections)|saturat(?:ed|ion)|exhaust(?:ed|ion)|backlog|lag(?:ging)?|stuck|expired|lost|corrupt(?:ed|ion)?)\b/i,
  ],
  [
    2,
    /\b(?:customers?|tenants?|users|merchants?|clients) (?:are|is|report|see|cannot|can't|can not|affected|impacted|complain)|\b(?:tickets?|complaints?|reports?) (?:came|coming|come|from|about|of|in)\b/i,
  ],
  [
    2,
    /\b(?:status ?page|status update|posted (?:an )?update|informed|notified|announced|emailed|told (?:the )?(?:customers?|tenants?|support))\b/i,
  ],
  [2, /\b(?:run ?book|playbook)\b/i],
  [
    2,
    /\b(?:investigating|looking into|noticed|observ(?:ed|ing)|seeing|confirmed|reproduced|found|verified|alert(?:s|ed|ing)?|fir(?:ed|ing)|triggered|detected|monitoring)\b/i,
  ],
  [
    1,
    /\b(?:deploy(?:ment|s)?|release|config(?:uration)?|feature flag|flag|migration|version|v\d+\.\d+|build|pipeline|hotfix|patch|pr\b|commit|dashboard|graphs?|metrics?|logs?|database|db|queue|cache|pods?|nodes?|cluster|region|replicas?|certificate|dns|cpu|memory|disk|traffic|requests?)\b/i,
  ],
  [1, /\d\s?(?:%|ms\b|s\b|sec|min(?:ute)?s?\b|rps\b|qps\b|req\/s|\/s\b|gb\b|mb\b|x\b|k\b)|\bp(?:50|90|95|99)\b/i],
  [2, /(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d.])/],
  [3, /ロールバック|切り戻し|再起動|復旧|解消|収束|原因|フェイルオーバー|エスカレーション|回復しました|対応完了/],
  [2, /デプロイ|リリース|障害|エラー|影響|検知|アラート|遅延|停止|発生|調査|確認しました|ステータスページ|お知らせ/],
  [
    -3,
    /[?？]\s*$|^(?:who|what|when|where|why|how|which|can|could|should|shall|would|do|does|did|is|are|was|were|has|have|any ?(?:one|body)|any)\b[^.!\n]{0,200}[?？]/im,
  ],
  [
    -2,
    /\b(?:should we|shall we|could we|can we|can you|could you|can someone|could someone|would you|do we|does any\w*|let's|let us|lets|maybe|perhaps|i think|i guess|i suppose|i wonder|wondering|might be|may be|could be|how about|what if|if we|we could|we should|we might|would be|hopefully|not sure|no idea|unsure|probably|possibly|tomorrow|next week)\b/i,
  ],
  [
    -2,
    /\b(?:lol|haha+|lmao|rofl|joke|kidding|oops|sigh|ugh|lunch|coffee|dinner|weekend|birthday|vacation|zoom|huddle|join(?:ing)? (?:the )?(?:call|bridge)|brb|afk|be right back)\b/i,
  ],
  [-1, /\b(?:thanks|thank you|thx|cheers|please|pls|plz|sorry|good morning|good night|welcome|congrats)\b/i],
]

/** Reactions by which people mark a message for the timeline. */
const MARKERS = new Set([
  'timeline',
  'pushpin',
  'round_pushpin',
  'memo',
  'pencil',
  'pencil2',
  'bookmark',
  'bookmark_tabs',
  'incident-timeline',
  'postmortem',
  'spiral_note_pad',
])

/** A message from this on tells what happened. */
export const ENOUGH = 2
/** In a thread of more than `LONG_THREAD` replies, only from this on. */
export const ENOUGH_IN_LONG_THREAD = 3
/** Threads of more replies than this are cut harder. */
export const LONG_THREAD = 15
/** What a mark by a person is worth: more than any words. */
export const MARKED = 100

const READ = 2000

/** The weight of plain words; links to a change, a runbook, a page or a dashboard count too. */
export function signalOf(plain: string, urls: readonly string[] = findLinks(plain.slice(0, READ))): number {
  const words = plain.slice(0, READ)
  let points = 0
  for (const [worth, pattern] of SIGNALS) if (pattern.test(words)) points += worth
  const kinds = new Set(urls.slice(0, 10).map((url) => artefactOfUrl(url)?.kind))
  if (kinds.has('change') || kinds.has('runbook') || kinds.has('page')) points += 2
  if (kinds.has('dashboard') || kinds.has('alert') || kinds.has('status-page')) points += 1
  return words.length > 600 ? points - 1 : points
}

/** The mark that a person put on a message: a pin or one of the known reactions; null where there is none. */
export function markOf(pinned: boolean, reactions: readonly unknown[]): string | null {
  for (const reaction of reactions) {
    const name = (reaction as { name?: unknown } | null)?.name
    if (typeof name === 'string' && MARKERS.has(name.split('::')[0]!)) return name
  }
  return pinned ? 'pinned' : null
}
