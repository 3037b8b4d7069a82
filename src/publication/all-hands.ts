/** The all-hands: a date on the agenda, and after it somebody's word that the postmortem was discussed. */
import { type Instant, parseInstant, utcDay } from '../base/instant.ts'
import { type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import { type Appended, appendEntry } from '../record/append-entry.ts'
import type { Entry } from '../record/entry.ts'
import { readRecord } from '../record/read-record.ts'
import { signedDigest } from '../signoff/signed-digest.ts'

/** The name of this target in the record. */
export const ALL_HANDS = 'all-hands'

/** How it stands; `overdue` once the day has passed without an attestation. */
export type AllHandsState =
  | { readonly state: 'none' }
  | { readonly state: 'scheduled' | 'overdue'; readonly date: string }
  | { readonly state: 'held'; readonly date: string | null; readonly receipt: Entry<'receipt'> }

interface Request {
  readonly postmortem: Postmortem
  readonly recordText: string
  readonly at: Instant
  readonly actor: string
}

/** Puts the postmortem on the agenda of a day (`YYYY-MM-DD`). Refused for no day (`date-unreadable`) or one that has passed (`date-past`). */
export function scheduleAllHands(request: Request & { readonly date: string }): Result<Appended<'scheduled'>> {
  const { postmortem, recordText, at, actor, date } = request
  if (!isDay(date)) return refuse('date-unreadable', `The date "${date}" is no day. Expected YYYY-MM-DD.`)
  const today = utcDay(at)
  if (date < today)
    return refuse(
      'date-past',
      `${date} has passed. Expected ${today} or later; for a meeting that was held, attest it.`,
    )
  return appendEntry(recordText, {
    verb: 'scheduled',
    data: { target: ALL_HANDS, date },
    actor,
    at,
    documentText: postmortem.source,
  })
}

/**
 * Attests that it was discussed: who says so, on which day, and a link to the minutes or the recording. Refused without any of them
 * (`attestation-incomplete`) or before that day or the scheduled one (`all-hands-to-come`).
 */
export function attestAllHands(
  request: Request & { readonly who: string; readonly date: string; readonly link: string },
): Result<Appended<'receipt'>> {
  const { postmortem, recordText, at, actor, who, date, link } = request
  if (who.trim() === '' || link.trim() === '' || !isDay(date))
    return refuse(
      'attestation-incomplete',
      'An attestation says who, on which day (YYYY-MM-DD), and links to minutes or a recording. Give all three.',
    )
  const scheduled = lastScheduled(readRecord(recordText).entries)
  const today = utcDay(at)
  const earliest = scheduled !== null && scheduled > date ? scheduled : date
  if (earliest > today)
    return refuse(
      'all-hands-to-come',
      `The all-hands is on ${earliest}, and today is ${today}. Attest it once it was held.`,
    )
  return appendEntry(recordText, {
    verb: 'receipt',
    data: {
      target: ALL_HANDS,
      reference: link.trim(),
      digest: signedDigest(postmortem).root,
      note: `discussed on ${date}, attested by ${who.trim()}`,
    },
    actor,
    at,
    documentText: postmortem.source,
  })
}

/** How it stands on a day, by the record. A day scheduled after an attestation is a further all-hands. */
export function allHandsState(entries: readonly Entry[], now: Instant): AllHandsState {
  const date = lastScheduled(entries)
  const last = entries.findLast(isAboutAllHands)
  if (last?.verb === 'receipt') return { state: 'held', date, receipt: last }
  if (date === null) return { state: 'none' }
  return { state: date < utcDay(now) ? 'overdue' : 'scheduled', date }
}

function isAboutAllHands(entry: Entry): entry is Entry<'receipt' | 'scheduled'> {
  return (entry.verb === 'receipt' || entry.verb === 'scheduled') && entry.data.target === ALL_HANDS
}

function lastScheduled(entries: readonly Entry[]): string | null {
  const last = entries.findLast((entry) => entry.verb === 'scheduled' && entry.data.target === ALL_HANDS)
  return last?.verb === 'scheduled' ? last.data.date : null
}

function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && parseInstant(date) !== null
}
