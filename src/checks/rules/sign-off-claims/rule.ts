/** Holds that no row of the sign-off table looks signed without a signature in the record. */
import type { Rule } from '../../rule.ts'
import { signaturesOf } from '../../signatures.ts'

/** The rule. */
export const signOffClaims: Rule = {
  id: 'sign-off-claims',
  group: 'signoff',
  holds: 'No row of the sign-off table looks signed without a signature in the record.',
  severity: { draft: 'warning', publish: 'error' },
  *check(context) {
    for (const { role, name, span } of signaturesOf(context)?.claims ?? []) {
      const who = name === '' ? 'nobody by name' : name
      yield {
        span,
        message: `This row says that ${who} signed as ${role}, but the record holds no such signature; it counts as unsigned. Run "nevertwice sign", or clear the date.`,
      }
    }
  },
}
