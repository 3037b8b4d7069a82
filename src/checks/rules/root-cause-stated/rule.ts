/** Holds that something is written under Root cause, and that a chain of whys ends in a root cause. */
import { CAUSE_SECTIONS } from '../../causes.ts'
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** The rule. */
export const rootCauseStated: Rule = {
  id: 'root-cause-stated',
  group: 'cause',
  holds: 'The root cause is stated, also at the end of five whys.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const { causes, rootCause } = postmortem
    const sections = postmortem.sections.filter(({ kind }) => (CAUSE_SECTIONS as readonly string[]).includes(kind))
    if (sections.length === 0) return
    if (causes.length === 0 && rootCause === null) {
      // Words that the model does not hold, such as a table, are words still.
      if (
        sections.some(({ headingSpan, extent }) => postmortem.source.slice(headingSpan.to, extent.to).trim().length > 3)
      )
        return
      yield {
        span: headingOf(postmortem, ...CAUSE_SECTIONS),
        message: 'Nothing is written about the cause. Say what in the system made it possible, and what set it off.',
      }
      return
    }
    const whys = causes.filter((cause) => cause.kind === 'why')
    const stated = rootCause !== null || causes.some((cause) => cause.kind !== 'why' && cause.kind !== 'missed-catch')
    if (whys.length === 0 || stated) return
    yield {
      span: whys.at(-1)!.span,
      message:
        'The whys end without a root cause. Add "**Root cause:**" and one sentence that the action items can be held against.',
      severity: 'info',
    }
  },
}
