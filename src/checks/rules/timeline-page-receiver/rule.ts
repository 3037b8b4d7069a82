/** Holds that the timeline tells of the page, and who received it. */
import type { Rule } from '../../rule.ts'
import { placeIfUntold, writtenRows } from '../../timeline-rows.ts'

/** A role, a team or a handle. */
const ROLE =
  /(?:^|[\s(])@[\w.-]{2,}|\bon-?call\b|\bprimary\b|\bsecondary\b|\bteams?\b|\bengineers?\b|\bmanager\b|\bcommander\b|\bSREs?\b|\bduty\b|オンコール|担当|チーム|当番|さん/iu
/** `paged Ada`, `page sent to Bo Sample`, `Ada Example was paged`, `page → Ada`. */
const NAME =
  /\b[Pp]ag(?:ed?|ing|es)\b(?: (?:was|is|were))?(?: (?:sent|went|out|escalated|assigned))*(?: to)?[ :→>-]{1,4}(?:to )?\p{Lu}[\p{L}'’.-]{1,40}|\p{Lu}[\p{L}'’.-]{1,40}(?:,? (?:and )?\p{Lu}[\p{L}'’.-]{1,40}){0,5} (?:was|were|is|are|got|gets|receiv\w+|has been|have been|acknowledg\w+)\b[^.;]{0,20}\bpage|\bto \p{Lu}[\p{L}'’.-]{1,40}|\breceiver\b/u

/** The rule. */
export const timelinePageReceiver: Rule = {
  id: 'timeline-page-receiver',
  group: 'timeline',
  holds: 'The timeline tells of the page and names its receiver.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const span = placeIfUntold(postmortem, ['paged'], /\bpage (?:was )?sent\b/i)
    if (span)
      yield {
        span,
        message:
          'No entry says who was paged. Add the page with its receiver, or say that nobody was paged; the time to acknowledge is measured from it.',
      }
    for (const row of writtenRows(postmortem)) {
      if (row.kind !== 'paged' || ROLE.test(row.text) || NAME.test(row.text)) continue
      yield {
        span: row.textSpan,
        message:
          'This page names no receiver. Say who or which rotation got it ("paged Ada Example, on-call primary"); a name is fine here.',
      }
    }
  },
}
