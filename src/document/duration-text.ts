/** Durations as people write them, in minutes. */

const UNIT =
  /(\d+(?:[.,]\d+)?)\s*(d(?:ays?)?\b|h(?:ours?|rs?)?\b|m(?:in(?:ute)?s?)?\b|s(?:ec(?:ond)?s?)?\b|日間?|時間|分間?|秒|週間)/gi
const MINUTES: Readonly<Record<string, number>> = {
  d: 1440,
  h: 60,
  m: 1,
  s: 1 / 60,
  日: 1440,
  時: 60,
  分: 1,
  秒: 1 / 60,
  週: 10_080,
}

/** Minutes for `2h 5m`, `84 minutes`, `約 3 時間`, `01:12` (hours and minutes); null where the words say none. */
export function durationMinutes(text: string): number | null {
  const head = text.slice(0, 120)
  let total = 0
  let end = -1
  for (const match of head.matchAll(UNIT)) {
    // Units that stand together are one duration; the first is the one meant.
    if (end >= 0 && !/^[\s,]*(?:and\s*)?$/.test(head.slice(end, match.index))) break
    total += Number(match[1]!.replace(',', '.')) * MINUTES[match[2]![0]!.toLowerCase()]!
    end = match.index + match[0].length
  }
  if (end >= 0) return Math.round(total * 100) / 100
  const clock = /^\W*(\d{1,3}):(\d{2})(?::(\d{2}))?(?!\s*(?:[-–—~]|to\b|start|UTC|[ap]m))/i.exec(head)
  return clock ? Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60 : null
}
