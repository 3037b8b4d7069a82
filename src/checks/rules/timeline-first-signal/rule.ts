/** Holds that the timeline tells the first signal: the alert that fired, or who saw what. */
import type { Rule } from '../../rule.ts'
import { placeIfUntold } from '../../timeline-rows.ts'

/** Words of a signal, for entries whose kind is another. */
const CUE =
  /\b(?:reports?|reported|notic\w+|alert\w*|detect\w*|observ\w+|discover\w*|aware|complain\w*|received?|unable|problems?)\b|検知|報告|通知|発覚|気付|気づ|目視|アラート/i

/** The rule. */
export const timelineFirstSignal: Rule = {
  id: 'timeline-first-signal',
  group: 'timeline',
  holds: 'The timeline tells the first signal: an alert, or who saw what.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const span = placeIfUntold(postmortem, ['alert', 'observed', 'paged'], CUE)
    if (!span) return
    yield {
      span,
      message:
        'No entry tells how the incident was noticed. Add the first alert that fired, or who first saw something and what; the time to detect is measured to it.',
    }
  },
}
