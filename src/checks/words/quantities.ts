/** Figures with their units in plain text: counts of something, shares, money, sizes, durations. */

/** One figure. */
export interface Quantity {
  readonly kind: 'count' | 'percent' | 'money' | 'size' | 'duration'
  /** In the unit of its key; durations in minutes. */
  readonly value: number
  /** What is counted, as a stem (`order`), or the unit (`%`, `$`, `GB`); figures of one key can be compared. */
  readonly key: string
  /** The words of the figure and its unit. */
  readonly text: string
  readonly from: number
  readonly to: number
  /** Whether it is meant roughly ("about", "~"). */
  readonly rough: boolean
  /** Half of the last digit that is told: 1.2K is told to 0.1K, so 50. */
  readonly slack: number
}

// What stands before a number is looked at apart: a pattern that begins with a digit passes over most of a text at once.
const NUMBER = /(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(?!\d)/g
const BEFORE = /(?:^|[^\p{Script=Latin}\p{N}_.:/#@+-])([~≈]\s?)?([$€£¥]\s?)?$/u
const NOT_A_FIGURE = /^(?:[:./-]\d|(?:st|nd|rd|th)\b|[xX]{2}|[.)]\s|年|月|日(?!間))/
const MULTIPLIER = /^(?:(k|K)(?![\w])|(M)(?![\w])|(bn)\b|\s(thousand)\b|\s(million)\b|\s(billion)\b|(千)|(万)|(億))/
const FACTORS = [1e3, 1e6, 1e9, 1e3, 1e6, 1e9, 1e3, 1e4, 1e8]
const PERCENT = /^\s?(?:%|percent\b|per cent\b|パーセント|％)/
const MONEY = /^\s?(?:(USD|EUR|GBP|JPY|dollars|euros)\b|(円|ドル|ユーロ))/
const SIZE = /^\s?((?:[kKMGTP]i?)?B|bytes|(?:[kKMG]bit|[KMG]B)\/s|rps|qps|req\/s|requests\/s|ms|milliseconds?)\b/
const DURATION =
  /^[\s-]?(?:(d|days?)\b|(h|hours?|hrs?)\b|(m|mins?|minutes?)\b|(s|secs?|seconds?)\b|(weeks?)\b|(日間)|(時間)|(分間?)|(秒間?)|(週間))/
const DURATION_MINUTES = [1440, 60, 1, 1 / 60, 10_080, 1440, 60, 1, 1 / 60, 10_080]
const COUNTER = /^\s?(件|人|名|社|台|回|個|ユーザー?|テナント|店舗|リクエスト|注文)/
const COUNTED = /^(?:\s|-(?=\p{L}))((?:[\p{L}][\p{L}'’-]*\s){0,3}[\p{L}][\p{L}'’-]*)/u
const PART_OF = /^\sof\s(?:(?:the|our|all)\s)*\d[\d,]*(?=\s)/
const ROUGH_BEFORE =
  /(?:\b(?:about|around|approx(?:imately)?\.?|roughly|nearly|almost|circa|ca\.?|some|over|more than|at least|up to|under|less than)|約|およそ|ほぼ)\s*$/i
const NOT_COUNTED = new Set([
  'times',
  'days',
  'hours',
  'minutes',
  'seconds',
  'was',
  'is',
  'has',
  'does',
  'this',
  'its',
  'as',
  'us',
  'utc',
  'errors',
])
const STATUSES = new Set([
  400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 429, 499, 500, 501, 502, 503, 504, 520, 522, 524,
])
const YEAR_BEFORE =
  /(?:\b(?:in|since|of|by|until|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.?,?|\d,)\s$/i

/** The figures of a text that have a unit or name what they count, in order. Versions, dates, times and ids are none. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = []
  if (!/\d/.test(text)) return found
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length
    const after = text.slice(end, end + 60)
    if (NOT_A_FIGURE.test(after)) continue
    const before = text.slice(Math.max(0, match.index - 18), match.index)
    const marks = BEFORE.exec(before)
    if (!marks) continue
    const from = match.index - (marks[1]?.length ?? 0) - (marks[2]?.length ?? 0)
    const plain = Number(match[1]!.replaceAll(',', ''))
    if (isYear(match[1]!, plain) && YEAR_BEFORE.test(before)) continue
    const multiplier = MULTIPLIER.exec(after)
    const factor = multiplier ? FACTORS[multiplier.slice(1).findIndex(Boolean)]! : 1
    const rest = after.slice(multiplier?.[0].length ?? 0)
    const unit = unitOf(rest, marks[2]?.trim(), multiplier ? factor : plain + Number(match[2] ?? 0))
    if (!unit) continue
    const decimals = match[2] ? match[2].length - 1 : 0
    found.push({
      kind: unit.kind,
      key: unit.key,
      value: (plain + Number(match[2] ?? 0)) * factor * unit.scale,
      text: text.slice(from, end + (multiplier?.[0].length ?? 0) + unit.length).trim(),
      from,
      to: end + (multiplier?.[0].length ?? 0) + unit.length,
      rough: marks[1] !== undefined || ROUGH_BEFORE.test(before),
      slack: slackOf(plain, decimals, factor, unit.kind) * unit.scale,
    })
  }
  return found
}

/** Whether two figures of one key can be the same, as exactly as each is told. */
export function quantitiesAgree(a: Quantity, b: Quantity): boolean {
  const allowed = Math.max(a.slack, b.slack, a.rough || b.rough ? 0.12 * Math.max(a.value, b.value) : 0)
  return Math.abs(a.value - b.value) <= allowed + 1e-9
}

interface Unit {
  readonly kind: Quantity['kind']
  readonly key: string
  readonly scale: number
  readonly length: number
}

/** A cheap first look: no unit below begins otherwise. */
const MAY_BE_UNIT = /^[\s-]?[%％$bBdeEGhJkKmMpPqrsTUwパ円ド日時分秒週件人名社台回個ユテ店リ注]/

function unitOf(rest: string, currency: string | undefined, value: number): Unit | null {
  if (currency) return { kind: 'money', key: currency, scale: 1, length: 0 }
  return (MAY_BE_UNIT.test(rest) ? namedUnit(rest) : null) ?? countedOf(rest, value)
}

function namedUnit(rest: string): Unit | null {
  const percent = PERCENT.exec(rest)
  if (percent) {
    // `12 % of requests` and `12 % of tenants` are two things.
    const of = /^\s+of\s+(?:all\s+|the\s+|our\s+|its\s+)*(\p{L}[\p{L}-]+)/u.exec(rest.slice(percent[0].length))
    return { kind: 'percent', key: of ? `% ${stem(of[1]!)}` : '%', scale: 1, length: percent[0].length }
  }
  const money = MONEY.exec(rest)
  if (money) return { kind: 'money', key: money[1] ?? money[2]!, scale: 1, length: money[0].length }
  const size = SIZE.exec(rest)
  if (size) return { kind: 'size', key: size[1]!, scale: 1, length: size[0].length }
  const duration = DURATION.exec(rest)
  if (duration) {
    const scale = DURATION_MINUTES[duration.slice(1).findIndex(Boolean)]!
    return { kind: 'duration', key: 'min', scale, length: duration[0].length }
  }
  const counter = COUNTER.exec(rest)
  if (counter) {
    // 件 counts anything; 1,200件の注文 are orders.
    const of = /^の([\p{Script=Han}\p{Script=Katakana}ー]{2,8})/u.exec(rest.slice(counter[0].length))
    return { kind: 'count', key: of?.[1] ?? counter[1]!, scale: 1, length: counter[0].length }
  }
  return null
}

/** `1,234 failed orders`, `1,140 of 9,500 orders`: the first plural among the next words. */
function countedOf(rest: string, value: number): Unit | null {
  const whole = PART_OF.exec(rest)?.[0].length ?? 0
  const counted = COUNTED.exec(rest.slice(whole))
  if (!counted) return null
  let length = whole + counted[0].length - counted[1]!.length
  for (const word of counted[1]!.split(' ')) {
    length += word.length
    const lower = word.toLowerCase()
    if (/^(?:of|to|and|or|in|on|at|for|with|from|by|the|a|an|is|was|were|had|when|while)$/.test(lower)) return null
    const plural = /[^s']s$/.test(lower) || /^(?:people|staff|customer|user|tenant|order|request)$/.test(lower)
    if (plural && !NOT_COUNTED.has(lower)) {
      // `502 responses` and `503 incidents` name a status, `18.04 nodes` a version.
      if (STATUSES.has(value) || !Number.isInteger(value)) return null
      return { kind: 'count', key: stem(lower), scale: 1, length }
    }
    length++
  }
  return null
}

function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?:es|s)$/, '')
}

function isYear(text: string, value: number): boolean {
  return text.length === 4 && value >= 1990 && value < 2100
}

function slackOf(plain: number, decimals: number, factor: number, kind: Quantity['kind']): number {
  if (factor > 1) return (factor * 10 ** -decimals) / 2
  if (kind !== 'count' && kind !== 'money') return 0
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(String(plain))?.[0].length ?? 0)
  return zeros >= 2 && plain > 0 ? 10 ** zeros / 2 : 0
}
