/** Holds that every section of the format is there. */
import type { Postmortem } from '../../../document/model.ts'
import type { SectionKind } from '../../../document/section-kind.ts'
import { topOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** Sections of the template in its order, the heading to write, and other kinds that hold the same. */
const EXPECTED: readonly { kind: SectionKind; heading: string; or?: readonly SectionKind[] }[] = [
  { kind: 'metadata', heading: 'Metadata' },
  { kind: 'summary', heading: 'Summary' },
  { kind: 'impact', heading: 'Impact' },
  { kind: 'timeline', heading: 'Timeline (UTC)' },
  { kind: 'root-cause', heading: 'Root cause', or: ['five-whys', 'trigger', 'contributing-factors'] },
  { kind: 'went-right', heading: 'What went right' },
  { kind: 'went-wrong', heading: 'What went wrong' },
  { kind: 'action-items', heading: 'Action items' },
  { kind: 'lessons', heading: 'Lessons' },
  { kind: 'artefacts', heading: 'Related artefacts' },
  { kind: 'publication', heading: 'Publication' },
  { kind: 'sign-off', heading: 'Sign-off' },
]

/** The rule. */
export const sectionsPresent: Rule = {
  id: 'sections-present',
  group: 'structure',
  holds: 'Every section of the format is there.',
  severity: { draft: 'warning', review: 'error' },
  *check({ postmortem }) {
    const there = new Set(postmortem.sections.map((section) => section.kind))
    const missing = EXPECTED.filter(({ kind, or = [] }) => {
      return !there.has(kind) && !or.some((other) => there.has(other)) && !hasContent(postmortem, kind)
    })
    if (missing.length === 0) return
    const names = missing.map(({ heading }) => `"## ${heading}"`).join(', ')
    yield {
      span: topOf(postmortem),
      message:
        missing.length === 1
          ? `There is no section ${names}. Add it; where there is nothing to say, say why.`
          : `There are no sections ${names}. Add them; where there is nothing to say, say why.`,
    }
  },
}

/** Metadata may stand below the title or in the front matter, the summary in a line with a label. */
function hasContent(postmortem: Postmortem, kind: SectionKind): boolean {
  if (kind === 'metadata')
    return postmortem.metadata.entries.some((entry) => entry.key !== 'other' && entry.key !== 'title')
  if (kind === 'summary') return postmortem.summary !== null
  if (kind === 'timeline') return postmortem.timeline.length > 0
  if (kind === 'action-items') return postmortem.actionItems.length > 0
  return false
}
