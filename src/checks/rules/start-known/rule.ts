/** Holds that the start of the impact is a moment in UTC that can be. */
import { formatInstant, HOUR } from '../../../base/instant.ts'
import { timeTextAt } from '../../../timeline/time-text.ts'
import { headingOf, metadataOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'

const FORM = 'Write it as "- **Date / Time (UTC):** YYYY-MM-DD HH:MM"'

/** The rule. */
export const startKnown: Rule = {
  id: 'start-known',
  group: 'metadata',
  holds: 'The start of the impact is a moment in UTC.',
  severity: { draft: 'warning', review: 'error' },
  *check({ postmortem, now }) {
    const entry = metadataOf(postmortem, 'start', 'date')
    if (!entry || isBlank(entry.value.text)) {
      const row = postmortem.timeline.find((each) => each.kind === 'impact-started' && each.at !== null)
      const hint = row?.at == null ? '' : ` The timeline has it at ${formatInstant(row.at)}.`
      const span = entry?.labelSpan ?? headingOf(postmortem, 'metadata')
      yield { span, message: `There is no start of the impact. ${FORM}.${hint}` }
      return
    }
    const { text, span } = entry.value
    if (isUnwritten(text)) return
    const at = postmortem.metadata.startedAt?.value ?? null
    if (at === null) {
      const time = timeTextAt(text)
      if (time?.impossible) {
        yield { span, message: `"${text}" names a day or time that does not exist. ${FORM}.`, severity: 'error' }
      } else if (time?.date && !time.clock) {
        yield { span, message: `"${text}" is a day without a time; deadlines and durations need the minute. ${FORM}.` }
      } else yield { span, message: `"${text}" cannot be read as a moment. ${FORM}.` }
    } else if (now !== null && at > now + HOUR) {
      yield {
        span,
        message: `The start ${formatInstant(at)} lies after now (${formatInstant(now)}). Check the day and the zone.`,
      }
    }
  },
}
