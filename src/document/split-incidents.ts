/** Pages that tell of several incidents: where each begins and ends, so that each can become a postmortem of its own. */
import { findIncidentId } from '../base/incident-id.ts'
import type { Span } from '../base/span.ts'
import { dateIn } from '../timeline/time-text.ts'
import type { Postmortem, Section } from './model.ts'
import type { SectionKind } from './section-kind.ts'

/** One incident of a page. */
export interface IncidentPart {
  /** The heading, in plain words. */
  readonly heading: string
  /** From the heading to the next incident's, or to the end of what lies below it. */
  readonly span: Span
  /** Index of the heading in `Postmortem.sections`. */
  readonly section: number
}

/** Sections that every incident has of its own. */
const OWN: ReadonlySet<SectionKind> = new Set([
  'metadata',
  'summary',
  'impact',
  'timeline',
  'root-cause',
  'trigger',
  'five-whys',
  'resolution',
  'went-right',
  'went-wrong',
  'action-items',
  'lessons',
])
/** Headings in these are entries or groups, whatever date they bear. */
const HOLDS_ENTRIES: ReadonlySet<SectionKind> = new Set([
  'timeline',
  'action-items',
  'artefacts',
  'appendix',
  'sign-off',
])
const DEEPEST = 4

/** The incidents of a page in order; none where the page is about one. */
export function splitIncidents({ sections }: Postmortem): IncidentPart[] {
  const held = kindsBelow(sections)
  for (let level = 1; level <= DEEPEST; level++) {
    const found = sections.flatMap((section, index) =>
      section.level === level && tellsOfOne(sections, section, held[index]!) ? [index] : [],
    )
    if (found.length > 1 && alike(found.map((index) => held[index]!)))
      return found.map((index) => ({
        heading: sections[index]!.heading,
        span: sections[index]!.extent,
        section: index,
      }))
  }
  return []
}

/** The kinds of section that lie below each section. */
function kindsBelow(sections: readonly Section[]): Set<SectionKind>[] {
  const held = sections.map(() => new Set<SectionKind>())
  for (let index = sections.length - 1; index >= 0; index--) {
    const { parent, kind } = sections[index]!
    if (parent === null) continue
    if (OWN.has(kind)) held[parent]!.add(kind)
    for (const below of held[index]!) held[parent]!.add(below)
  }
  return held
}

function tellsOfOne(sections: readonly Section[], { heading, kind, parent }: Section, held: Set<SectionKind>): boolean {
  if (HOLDS_ENTRIES.has(kind) || (parent !== null && HOLDS_ENTRIES.has(sections[parent]!.kind))) return false
  const named = findIncidentId(heading) !== null || dateIn(heading) !== null
  return named ? held.size >= 1 : (kind === 'title' || kind === 'unmapped') && held.size >= 2
}

/** Every part shares a kind of section with the first: chapters of one postmortem do not. */
function alike(parts: readonly Set<SectionKind>[]): boolean {
  const [first, ...others] = parts
  return others.every((other) => [...other].some((kind) => first!.has(kind)))
}
