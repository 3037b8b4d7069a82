/** Which metadata a label means, in English and Japanese. */
import type { MetadataKey } from './model.ts'

/** Patterns over a label in lower case without marks; the first that fits wins. */
const KEYS: readonly (readonly [MetadataKey, RegExp])[] = [
  [
    'incident-id',
    /^(?:incident |postmortem |report )?(?:id|identifier|number|no\.?)$|^incident$|^インシデント\s?id$|^pm\s?id$/,
  ],
  ['severity', /^(?:incident )?(?:severity|priority|sev|criticality)(?: level)?$|^重大度$|^深刻度$|^優先度$/],
  [
    'duration',
    /^(?:(?:total|incident|outage|impact) )?(?:duration|downtime)(?: of .*)?$|^time to (?:resolve|recovery|recover|resolution|repair)$|^影響期間$|^継続時間$|^障害時間$|^影響時間$/,
  ],
  [
    'start',
    /^(?:(?:incident|impact|outage|issue) )?(?:start(?:ed)?|began|begin)(?: ?(?:time|date|at|on|of .*))*$|^date ?(?:\/|and|&) ?time(?: of .*)?$|^occurred(?: at| on)?$|^発生日時$|^開始(?:日時|時刻)?$|^発生時刻$/,
  ],
  [
    'end',
    /^(?:(?:incident|impact|outage|issue) )?(?:end(?:ed)?|resolved|restored|recovered|resolution)(?: ?(?:time|date|at|on))*$|^date of resolution$|^終了(?:日時|時刻)?$|^復旧(?:日時|時刻)?$|^解決日時$/,
  ],
  ['date', /^(?:incident |event )?dates?(?: of (?:the )?(?:incident|event|outage))?$|^when$|^日付$|^発生日$|^日時$/],
  ['tenants', /^(?:affected |impacted )?(?:tenants?|customers?)(?: affected| impacted)?$|^(?:影響)?(?:テナント|顧客)$/],
  ['regions', /^(?:affected |impacted )?(?:regions?|locations?|zones?)(?: affected| impacted)?$|^(?:影響)?リージョン$/],
  [
    'services',
    /^(?:affected |impacted )?(?:services?|systems?|components?|products?|environment)(?: affected| impacted)?$|^影響(?:を受けた)?(?:サービス|システム|機能)$/,
  ],
  [
    'detection',
    /^(?:detection(?: method)?|detected(?: by| via)?|identified|how detected|reported by)$|^検知(?:方法)?$/,
  ],
  [
    'primary',
    /^(?:on[- ]?call(?: \(?primary\)?| engineer)?|primary(?: on[- ]?call)?|on[- ]?call primary)$|^オンコール$/,
  ],
  ['secondary', /^(?:on[- ]?call \(?secondary\)?|secondary(?: on[- ]?call)?)$/],
  [
    'commander',
    /^(?:incident (?:commander|lead|manager)|commander|ic)(?: \(ic\))?$|^インシデントコマンダー$|^指揮者?$/,
  ],
  ['recorder', /^(?:recorder|scribe|note[- ]?taker)$|^記録者?$/],
  [
    'author',
    /^(?:authors?|written by|report(?:ed)? authors?|owner(?: of review process)?|postmortem owner|prepared by)$|^作成者$|^著者$|^担当者?$/,
  ],
  ['visibility', /^(?:visibility|classification|confidentiality)$/],
  ['status', /^(?:current |incident |postmortem )?(?:status|state)$|^(?:ステータス|状態)$/],
  ['title', /^(?:title|name|subject|タイトル|件名)$/],
]

const LONGEST = 160

/** The key that a label means; `other` where it is none of ours. */
export function metadataKeyOf(label: string): MetadataKey {
  if (label.length > LONGEST) return 'other'
  const words = label
    .toLowerCase()
    .replace(/[([（][^)\]）]*[)\]）]/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}.)]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return KEYS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}
