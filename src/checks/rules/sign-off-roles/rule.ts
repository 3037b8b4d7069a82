/** Holds that the sign-off table has a row for each role that must sign. */
import { sameRole } from '../../../signoff/roles.ts'
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { requiredRoles } from '../../signatures.ts'

/** The rule. */
export const signOffRoles: Rule = {
  id: 'sign-off-roles',
  group: 'signoff',
  holds: 'The sign-off table has a row for each role that must sign.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check(context) {
    const { postmortem } = context
    if (!sectionOf(postmortem, 'sign-off')) return
    const missing = requiredRoles(context).filter(
      (role) => !postmortem.signOff.some((row) => sameRole(row.role.text, role)),
    )
    if (missing.length === 0) return
    yield {
      span: headingOf(postmortem, 'sign-off'),
      message: `The sign-off table has no row for: ${missing.join(', ')}. Add "| ${missing[0]} | name | |".`,
    }
  },
}
