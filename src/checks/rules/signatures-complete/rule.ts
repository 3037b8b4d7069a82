/** Holds, when a postmortem is to be published, that every role that must sign has signed. */
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { requiredRoles, signaturesOf } from '../../signatures.ts'

/** The rule. */
export const signaturesComplete: Rule = {
  id: 'signatures-complete',
  group: 'signoff',
  holds: 'Every role that must sign has a signature that holds.',
  severity: { draft: 'off', publish: 'error' },
  *check(context) {
    const { postmortem } = context
    // The blank form is signed by nobody yet, which no-placeholders tells.
    if (postmortem.signOff.length > 0 && postmortem.signOff.every(({ name }) => /^<[^>]*>$/.test(name.text))) return
    const roles = signaturesOf(context)?.roles.filter(({ required }) => required)
    const unsigned =
      roles === undefined
        ? [...requiredRoles(context)]
        : roles.filter(({ status }) => status !== 'valid').map(({ role, status }) => `${role} (${status})`)
    if (unsigned.length === 0) return
    yield {
      span: headingOf(postmortem, 'sign-off'),
      message: `Not signed by: ${unsigned.join(', ')}. Each signs with "nevertwice sign" before the postmortem is published.`,
    }
  },
}
