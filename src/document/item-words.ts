/** Status, priority and type of an action item, as people write them. */
import type { ItemStatus } from '../base/item-status.ts'

const STATUS: readonly (readonly [ItemStatus, RegExp])[] = [
  [
    "won't do",
    /won'?t[ -]?(?:do|fix)|wontfix|cancell?ed|rejected|declined|not planned|abandoned|obsolete|見送り|却下|中止|対応しない/,
  ],
  ['verified', /verified|検証済|確認済/],
  [
    'in progress',
    /in[ -]?progress|in[ -]?review|under ?way|ongoing|on[- ]going|\bwip\b|started(?<!not started)|doing|partial|進行中|対応中|着手(?!前)(?<!未着手)|実施中|一部完了|🔄|🚧|🟡/,
  ],
  [
    'open',
    /^open|not[ -](?:started|done|yet)|todo|to[ -]do|pending|planned|backlog|\bnew\b|proposed|未着手|未対応|未完了|予定|検討|保留|⬜|🔲|☐|\[ \]|❌|⏳/,
  ],
  [
    'done',
    /done|complete|closed|fixed|merged|resolved|shipped|deployed|implemented|finished|released|完了|済|実施|✅|☑|✔|\[x\]|🟢/,
  ],
]

/** The status that the words of a cell mean; null where they mean none. */
export function itemStatusOf(text: string): ItemStatus | null {
  const words = text.toLowerCase().replace(/[’‘]/g, "'").trim()
  if (words === '') return null
  if (words === 'x' || words === 'yes' || words === 'y') return 'done'
  if (words === 'no' || words === 'n') return 'open'
  return STATUS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** High, medium or low, `P1` to `P3` included; null for other words. */
export function priorityOf(text: string): 'high' | 'medium' | 'low' | null {
  const words = text.toLowerCase()
  if (/\bp[01]\b|high|critical|urgent|must|高|🔴/.test(words)) return 'high'
  if (/\bp2\b|medium|mid|normal|should|中/.test(words)) return 'medium'
  return /\bp[3-5]\b|low|nice|could|低/.test(words) ? 'low' : null
}

/** Prevent, detect, mitigate or learn; null for other words. */
export function itemTypeOf(text: string): 'prevent' | 'detect' | 'mitigate' | 'learn' | null {
  const words = text.toLowerCase()
  if (/prevent|予防/.test(words)) return 'prevent'
  if (/detect|monitor|alert|検知|監視/.test(words)) return 'detect'
  if (/mitigat|repair|respon|緩和/.test(words)) return 'mitigate'
  return /learn|process|document|train|学習|プロセス/.test(words) ? 'learn' : null
}
