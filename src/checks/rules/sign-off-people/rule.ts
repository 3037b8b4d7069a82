/** Holds that the commander of the metadata signs as commander, and that two people sign. */
import { isCommander, sameRole } from '../../../signoff/roles.ts'
import { samePerson } from '../../../signoff/same-person.ts'
import { commanderOf } from '../../../signoff/signature-state.ts'
import { headingOf } from '../../places.ts'
import type { CheckContext, Rule, RuleFinding } from '../../rule.ts'
import { requiredRoles, signaturesOf } from '../../signatures.ts'
import { isUnwritten } from '../../words/placeholder.ts'

/** The rule. */
export const signOffPeople: Rule = {
  id: 'sign-off-people',
  group: 'signoff',
  holds: 'The commander of the metadata signs as commander, and no two required roles are one person.',
  severity: { draft: 'warning' },
  *check(context) {
    const told = new Set<number>()
    for (const { message, span } of signaturesOf(context)?.warnings ?? []) {
      const place = span ?? headingOf(context.postmortem, 'sign-off')
      told.add(place.from)
      yield { span: place, message }
    }
    for (const finding of planned(context)) if (!told.has(finding.span.from)) yield finding
  },
}

/** The same two questions asked of names that have not signed yet. */
function* planned(context: CheckContext): Iterable<RuleFinding> {
  const { postmortem } = context
  const commander = commanderOf(postmortem)
  const required = requiredRoles(context)
  const named = postmortem.signOff.filter(({ name }) => name.value !== '' && !isUnwritten(name.text))
  // The first row of each role is the one that will be signed.
  const rows = required.flatMap((one) => named.find(({ role }) => sameRole(one, role.text)) ?? [])
  for (const [index, { role, name, span }] of rows.entries()) {
    const other = rows.slice(0, index).find((one) => samePerson(one.name.value, name.value))
    if (other) {
      yield {
        span,
        message: `${name.value} stands for ${other.role.text} and for ${role.text}. Two people are expected; ask somebody else for one of them.`,
      }
    } else if (commander && isCommander(role.text) && !samePerson(commander, name.value)) {
      yield {
        span,
        message: `The row of the incident commander names ${name.value}, the metadata ${commander}. Correct one of them, or sign as a delegate.`,
      }
    }
  }
}
