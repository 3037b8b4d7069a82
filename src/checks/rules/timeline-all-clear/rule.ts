/** Holds that the timeline says when the all-clear was given. */
import type { Rule } from '../../rule.ts'
import { placeIfUntold } from '../../timeline-rows.ts'

/** Words of an all-clear, for entries whose kind is another. */
const CUE =
  /\ball[ -]clear\b|\bstand(?:ing)? down\b|\bincident\b.{0,40}\b(?:resolved|closed|over|ended)\b|\b(?:resolved|closed|ended)\b.{0,20}\bincident\b|^(?:incident )?resolved\b|収束|終息|クローズ|対応完了|インシデント終了/i

/** The rule. */
export const timelineAllClear: Rule = {
  id: 'timeline-all-clear',
  group: 'timeline',
  holds: 'The timeline says when the all-clear was given.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const span = placeIfUntold(postmortem, ['all-clear'], CUE)
    if (!span) return
    yield {
      span,
      message:
        'No entry gives the all-clear. Add who declared it and when; the deadlines of the draft and of the publication run from it.',
    }
  },
}
