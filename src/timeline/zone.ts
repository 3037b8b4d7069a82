/** Time zones as people write them: `UTC`, `PST`, `+09:00`, `UTC+1`, `Pacific Time`, `Europe/Berlin`. */
import { DAY, type Instant } from '../base/instant.ts'

/** A fixed offset in minutes east of UTC, or an IANA zone with its own summer time. */
export type Zone = { readonly offset: number } | { readonly iana: string }

/** The zone of UTC. */
export const UTC: Zone = { offset: 0 }

const FIXED: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  bst: 60,
  ist: 330,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  west: 60,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  nst: -210,
  brt: -180,
  art: -180,
  sast: 120,
  jst: 540,
  kst: 540,
  sgt: 480,
  hkt: 480,
  awst: 480,
  aest: 600,
  aedt: 660,
  acst: 570,
  nzst: 720,
  nzdt: 780,
  ict: 420,
  wib: 420,
  wita: 480,
  wit: 540,
  pht: 480,
  myt: 480,
  npt: 345,
  idt: 180,
  trt: 180,
  eat: 180,
  cat: 120,
  wat: 60,
  brst: -120,
  clt: -240,
  cot: -300,
}
const NAMED: Readonly<Record<string, string>> = {
  pt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  mt: 'America/Denver',
  mountain: 'America/Denver',
  ct: 'America/Chicago',
  central: 'America/Chicago',
  et: 'America/New_York',
  eastern: 'America/New_York',
  'central european': 'Europe/Berlin',
  london: 'Europe/London',
  uk: 'Europe/London',
  japan: 'Asia/Tokyo',
  berlin: 'Europe/Berlin',
  paris: 'Europe/Paris',
  bucharest: 'Europe/Bucharest',
  amsterdam: 'Europe/Amsterdam',
  copenhagen: 'Europe/Copenhagen',
  tokyo: 'Asia/Tokyo',
  sydney: 'Australia/Sydney',
  auckland: 'Pacific/Auckland',
  singapore: 'Asia/Singapore',
  india: 'Asia/Kolkata',
  brasilia: 'America/Sao_Paulo',
  dublin: 'Europe/Dublin',
  lisbon: 'Europe/Lisbon',
  madrid: 'Europe/Madrid',
  rome: 'Europe/Rome',
  athens: 'Europe/Athens',
  helsinki: 'Europe/Helsinki',
  stockholm: 'Europe/Stockholm',
  oslo: 'Europe/Oslo',
  vienna: 'Europe/Vienna',
  zurich: 'Europe/Zurich',
  warsaw: 'Europe/Warsaw',
  prague: 'Europe/Prague',
  melbourne: 'Australia/Melbourne',
  brisbane: 'Australia/Brisbane',
  seoul: 'Asia/Seoul',
  'hong kong': 'Asia/Hong_Kong',
  'west african': 'Africa/Lagos',
  'west africa': 'Africa/Lagos',
  'east african': 'Africa/Nairobi',
  'east africa': 'Africa/Nairobi',
  'central african': 'Africa/Maputo',
  'central africa': 'Africa/Maputo',
  'south african': 'Africa/Johannesburg',
  'south africa': 'Africa/Johannesburg',
  indian: 'Asia/Kolkata',
  british: 'Europe/London',
  'greenwich mean': 'UTC',
  'coordinated universal': 'UTC',
  universal: 'UTC',
  korean: 'Asia/Seoul',
  korea: 'Asia/Seoul',
  china: 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  israel: 'Asia/Jerusalem',
  moscow: 'Europe/Moscow',
  'eastern european': 'Europe/Helsinki',
  'western european': 'Europe/Lisbon',
  'australian eastern': 'Australia/Sydney',
  'new zealand': 'Pacific/Auckland',
  brazil: 'America/Sao_Paulo',
  'new york': 'America/New_York',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  chicago: 'America/Chicago',
  toronto: 'America/Toronto',
}
/** Abbreviations, `UTC+1`, `+09:00`; upper case or `utc`, so that words such as "met" or "east" are not taken for zones. */
const ABBREVIATION =
  '(?:UTC|GMT)\\s?[+\\-−]\\s?\\d{1,2}(?::?\\d{2})?|[+\\-−]\\d{2}:?\\d{2}|UTC|GMT|utc|gmt|BST|IST|CES?T|MES?Z|WES?T|EES?T|MSK|[ECMP][SD]T|AK[SD]T|HST|A[SD]T|NST|BRT|ART|SAST|JST|KST|SGT|HKT|A[WEC][SD]T|NZ[SD]T|ICT|WITA?|WIB|PHT|MYT|NPT|IDT|TRT|EAT|CAT|WAT|BRST|CLT|COT|P\\/?T(?![\\w])|[EMC]T|Z'
const PLACE = `(?:${Object.keys(NAMED)
  .filter((name) => name.length > 2)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const AT_START_STRICT = new RegExp(
  `^[\\s,]*[([（]?\\s*(?:(${ABBREVIATION})(?![A-Za-z0-9])|([A-Z][A-Za-z]+\\/[A-Z][A-Za-z_]+(?:\\/[A-Z][A-Za-z_]+)?)|(${PLACE.toLowerCase()}|${capitalised(PLACE)})(?:\\s+(?:[Ss]tandard|[Dd]aylight|[Ss]ummer))?\\s+[Tt]ime\\b)\\s*[)\\]）]?`,
)

function capitalised(pattern: string): string {
  return pattern.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()).replace('(?:', '(?:')
}

/** The zone that a text begins with, and how many characters it takes (brackets included); null where it begins with none. */
export function zoneAt(text: string): { zone: Zone; length: number } | null {
  const match = AT_START_STRICT.exec(text.slice(0, 60))
  if (!match) return null
  const zone = match[1] ? zoneOfAbbreviation(match[1]) : match[2] ? zoneOfName(match[2]) : placeZone(match[3]!)
  return zone && { zone, length: match[0].trimEnd().length }
}

const ANYWHERE = new RegExp(
  `(?:^|[\\s(（[,:/*_\u3040-\u9fff])(?:(${ABBREVIATION.replace('|Z', '')})(?![A-Za-z0-9])|([A-Z][a-z]+\\/[A-Z][A-Za-z_]+)(?![A-Za-z])|(${PLACE.toLowerCase()}|${capitalised(PLACE)})(?:\\s+(?:[Ss]tandard|[Dd]aylight|[Ss]ummer))?(?:\\s+[Tt]ime\\b|\\s*[.)]?$))`,
)

/** The first zone named in a heading, table header or sentence about times; null where none is. `PST/PDT` is Pacific time. */
export function zoneIn(text: string): Zone | null {
  const match = ANYWHERE.exec(text.slice(0, 400))
  if (!match) return null
  const pair = /\b([PECM])ST\s*\/\s*\1DT\b/.exec(text)
  if (pair) return { iana: NAMED[`${pair[1]!.toLowerCase()}t`]! }
  if (/\bGMT\s*\/\s*BST\b|\bUK\b/.test(text)) return { iana: 'Europe/London' }
  return match[1] ? zoneOfAbbreviation(match[1]) : match[2] ? zoneOfName(match[2]) : placeZone(match[3]!)
}

function zoneOfAbbreviation(words: string): Zone | null {
  const text = words.toLowerCase().replace('−', '-').replace(/\s/g, '')
  const offset = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/.exec(text)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return minutes <= 14 * 60 ? { offset: offset[1] === '-' ? -minutes : minutes } : null
  }
  const plain = text.replace('/', '')
  if (plain in FIXED) return { offset: FIXED[plain]! }
  return plain in NAMED ? { iana: NAMED[plain]! } : null
}

function zoneOfName(name: string): Zone | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return { iana: name }
  } catch {
    return null
  }
}

function placeZone(place: string): Zone | null {
  const iana = NAMED[place.toLowerCase()]
  return iana ? { iana } : null
}

/** A reading of a clock on a wall: milliseconds as if it were UTC, and the zone it hangs in. */
export interface WallClock {
  readonly wall: Instant
  readonly zone: Zone
}

/**
 * The moment that a wall clock shows. `null` in the gap when clocks go forward; in the hour that happens twice the first one is
 * taken and `ambiguous` is true.
 */
export function instantOf({ wall, zone }: WallClock): { at: Instant | null; ambiguous: boolean } {
  if ('offset' in zone) return { at: wall - zone.offset * 60_000, ambiguous: false }
  const { iana } = zone
  // Clocks change less often than twice in three days, so the offset is the one before or the one after.
  const day = Math.floor(wall / DAY) * DAY
  const [before, after] = [offsetOnDay(iana, day - DAY), offsetOnDay(iana, day + 2 * DAY)]
  if (before === after) return { at: wall - before, ambiguous: false }
  const offsets = new Set([before, after])
  const moments = [...offsets].map((offset) => wall - offset).filter((at) => offsetAt(iana, at) === wall - at)
  if (moments.length === 0) return { at: null, ambiguous: true }
  return { at: Math.min(...moments), ambiguous: moments.length > 1 }
}

/** Offsets at the start of days; timelines ask for the same few again and again. */
const onDays = new Map<string, number>()
const MOST_DAYS = 1000

function offsetOnDay(iana: string, day: Instant): number {
  const key = `${iana} ${day}`
  let offset = onDays.get(key)
  if (offset === undefined) {
    if (onDays.size >= MOST_DAYS) onDays.clear()
    offset = offsetAt(iana, day)
    onDays.set(key, offset)
  }
  return offset
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds by which a zone is ahead of UTC at a moment of whole seconds. */
function offsetAt(iana: string, at: Instant): number {
  let format = formats.get(iana)
  if (!format) {
    const digits = 'numeric'
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: iana,
      hourCycle: 'h23',
      year: digits,
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
      second: digits,
    })
    formats.set(iana, format)
  }
  const shown = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const [year, month, day] = [shown.get('year')!, shown.get('month')! - 1, shown.get('day')!]
  return Date.UTC(year, month, day, shown.get('hour')!, shown.get('minute')!, shown.get('second')!) - at
}
