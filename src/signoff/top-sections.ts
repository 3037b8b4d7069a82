/** The top-level sections of a postmortem, which signatures name when they no longer hold. */
import type { Section } from '../document/model.ts'

/** Where the top-level sections begin; each runs to the next, so that every character lies in exactly one. */
export function topSections(sections: readonly Section[]): { name: string; from: number }[] {
  const starts = [{ name: 'title', from: 0 }]
  sections.forEach((section) => {
    if (section.kind === 'title' && starts.length === 1) return
    if (!isTop(sections, section) || section.span.from <= starts.at(-1)!.from) return
    starts.push({ name: nameOf(section), from: section.span.from })
  })
  return starts
}

/** Whether a section lies in nothing but titles. */
export function isTop(sections: readonly Section[], section: Section): boolean {
  let { parent } = section
  while (parent !== null) {
    const above = sections[parent]!
    if (above.kind !== 'title') return false
    parent = above.parent
  }
  return true
}

function nameOf(section: Section): string {
  const named = section.kind !== 'unmapped' && section.kind !== 'appendix'
  return named || section.heading === '' ? section.kind : section.heading
}
