/** Holds that each cause names something of the system, not only an event or a person. */
import type { CauseKind } from '../../../document/model.ts'
import { causeProse, writtenCauses } from '../../causes.ts'
import type { Rule } from '../../rule.ts'
import { namesSystem } from '../../words/system-words.ts'

/** Kinds that must lie in the system; a trigger may be an event. */
const KINDS: ReadonlySet<CauseKind> = new Set(['latent-condition', 'contributing-factor', 'root-cause-statement'])

/** The rule. */
export const causeIsSystemLevel: Rule = {
  id: 'cause-is-system-level',
  group: 'cause',
  holds: 'Each cause names a component, a setting or a process, not only an event or a person.',
  severity: { draft: 'info' },
  *check({ postmortem }) {
    const { source, rootCause } = postmortem
    const causes = writtenCauses(postmortem).filter((cause) => KINDS.has(cause.kind))
    for (const cause of causes) {
      if (namesSystem(source.slice(cause.span.from, cause.span.to))) continue
      yield { span: cause.span, message: MESSAGE }
    }
    if (causes.length > 0 || !rootCause || causeProse(postmortem) === '' || namesSystem(causeProse(postmortem))) return
    yield { span: rootCause.span, message: MESSAGE }
  },
}

const MESSAGE =
  'This cause names no component, setting or process. Say what in the system allowed it, so that an action item can change that.'
