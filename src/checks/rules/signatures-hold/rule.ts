/** Holds that the text is still what was signed. */
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { signaturesOf } from '../../signatures.ts'

/** The rule. */
export const signaturesHold: Rule = {
  id: 'signatures-hold',
  group: 'signoff',
  holds: 'The text is still what was signed.',
  severity: { draft: 'warning', publish: 'error' },
  *check(context) {
    const { postmortem, record } = context
    if (!record?.some((entry) => entry.verb === 'signed')) return
    for (const { status, name, role, date, reopened, changedSections, span } of signaturesOf(context)?.roles ?? []) {
      if (status !== 'void') continue
      const why = reopened
        ? 'the postmortem was reopened since'
        : `these sections changed since: ${changedSections.join(', ')}`
      yield {
        span: span ?? headingOf(postmortem, 'sign-off'),
        message: `The signature of ${name} as ${role} (${date}) no longer holds: ${why}. Take the change back, or ask for a new signature.`,
      }
    }
  },
}
