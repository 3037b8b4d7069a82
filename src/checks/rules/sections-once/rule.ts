/** Holds that no section stands twice. */
import type { Section } from '../../../document/model.ts'
import type { SectionKind } from '../../../document/section-kind.ts'
import { lineOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** Kinds of which two contradict each other whatever their headings say. */
const ONE_TRUTH: ReadonlySet<SectionKind> = new Set(['summary', 'timeline', 'publication', 'sign-off'])
/** Kinds of which sections with different headings tell different things. */
const BY_HEADING: ReadonlySet<SectionKind> = new Set([
  'metadata',
  'artefacts',
  'five-whys',
  'trigger',
  'missed-catch',
  'communication',
])
/** Kinds that may stand many times. */
const MANY: ReadonlySet<SectionKind> = new Set(['title', 'appendix', 'unmapped', 'contributing-factors'])

/** The rule. */
export const sectionsOnce: Rule = {
  id: 'sections-once',
  group: 'structure',
  holds: 'No section stands twice.',
  severity: { draft: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const first = new Map<SectionKind, Section>()
    for (const section of postmortem.sections) {
      if (MANY.has(section.kind) || isPartOf(section, postmortem.sections)) continue
      const before = first.get(section.kind)
      if (!before) {
        first.set(section.kind, section)
        continue
      }
      const same = normal(before.heading) === normal(section.heading)
      if (!same && BY_HEADING.has(section.kind)) continue
      const line = lineOf(postmortem, before.headingSpan.from)
      yield {
        span: section.headingSpan,
        message:
          `"${section.heading}" is a second section of the kind ${section.kind}; the first is "${before.heading}" in line ${line}. ` +
          'Merge them, or write one postmortem for each incident.',
        // Actions under two headings may be meant so.
        ...(same || ONE_TRUTH.has(section.kind) ? {} : { severity: 'info' as const }),
      }
    }
  },
}

/** Whether it lies in a section of its own kind, as a day's rows lie in the timeline. */
function isPartOf(section: Section, sections: readonly Section[]): boolean {
  for (let at = section.parent; at !== null; at = sections[at]!.parent) {
    if (sections[at]!.kind === section.kind || sections[at]!.kind === 'appendix') return true
  }
  return false
}

function normal(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
