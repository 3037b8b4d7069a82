/** Holds that alerts of which the timeline tells are named under Related artefacts. */
import { headingOf, lineOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { writtenRows } from '../../timeline-rows.ts'
import { isUnwritten } from '../../words/placeholder.ts'

const NONE = /^\W*(?:none|no alerts?|n\/a|nothing)\b|なし/i

/** The rule. */
export const alertsNamed: Rule = {
  id: 'alerts-named',
  group: 'artefacts',
  holds: 'The alerts of which the timeline tells are named under Related artefacts.',
  severity: { draft: 'info' },
  *check({ postmortem }) {
    if (postmortem.artefacts.length === 0 || !sectionOf(postmortem, 'artefacts')) return
    const row = writtenRows(postmortem).find(({ kind }) => kind === 'alert')
    if (!row) return
    const line = lineOf(postmortem, row.span.from)
    const entry = postmortem.artefacts.find(({ kind }) => kind === 'alert')
    if (!entry) {
      // A list without labels may name it anywhere.
      if (postmortem.artefacts.some(({ label, value }) => /alert|アラート/i.test(`${label} ${value.text}`))) return
      yield {
        span: headingOf(postmortem, 'artefacts'),
        message: `An alert fired (line ${line}), and no artefact names it. Add "- **Alerts that fired:**" with its name.`,
      }
    } else if (!isUnwritten(entry.value.text) && NONE.test(entry.value.text)) {
      yield {
        span: entry.value.span,
        message: `This says that no alert fired; line ${line} tells of one. Correct one of them.`,
      }
    }
  },
}
