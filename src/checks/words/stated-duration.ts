/** Whether a duration that somebody wrote agrees with one that was worked out, given how exactly it was written. */

const ABOUT =
  /\b(?:about|around|approx(?:imately)?|roughly|nearly|almost|circa|ca|some|just (?:over|under))\b|[~≈]|約|およそ|ほぼ/i
const AT_LEAST = /\b(?:over|more than|at least|exceed\w*|longer than)\b|以上|超/i
const AT_MOST = /\b(?:under|less than|at most|within|up to|no more than|below)\b|以内|未満/i

/** How far a duration may be off, in minutes, for the unit it is written in: half of that unit, and never less than one minute. */
function rounding(text: string): number {
  if (/\d\s*(?:m(?:in(?:ute)?s?)?\b|分)|\d:\d\d/i.test(text)) return 1
  if (/\d\s*(?:s(?:ec(?:ond)?s?)?\b|秒)/i.test(text)) return 1
  if (/\d[.,]\d+\s*(?:h|時間)/i.test(text)) return 5
  if (/\d\s*(?:h(?:ours?|rs?)?\b|時間)/i.test(text)) return 30
  return 12 * 60
}

/** `text` is what was written, `stated` and `actual` are minutes. */
export function statedDurationAgrees(text: string, stated: number, actual: number): boolean {
  if (AT_LEAST.test(text) && !ABOUT.test(text)) return actual >= stated * 0.99 && actual <= stated * 1.5 + 5
  if (AT_MOST.test(text) && !ABOUT.test(text)) return actual <= stated + 1
  const allowed = Math.max(rounding(text), ABOUT.test(text) ? stated * 0.2 : 0)
  return Math.abs(stated - actual) <= allowed
}

/** `84 min`, `1 h 24 min`, `2 d 3 h`: minutes for people. */
export function minutesToWords(minutes: number): string {
  const whole = Math.round(minutes)
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60]
  const parts = [
    days > 0 ? `${days} d` : '',
    hours > 0 ? `${hours} h` : '',
    rest > 0 || whole < 60 ? `${rest} min` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
