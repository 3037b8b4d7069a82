/** Whether a section that is there holds any words. */
import type { Span } from '../base/span.ts'
import type { Bullet, Postmortem } from '../document/model.ts'
import type { SectionKind } from '../document/section-kind.ts'
import { headingOf, sectionOf } from './places.ts'

/** Where to say that a section is empty; null where it holds something, blanks of the form included, or is not there. */
export function placeIfEmpty(postmortem: Postmortem, kind: SectionKind, bullets: readonly Bullet[]): Span | null {
  const section = sectionOf(postmortem, kind)
  if (!section || bullets.length > 0) return null
  // Words that the model does not hold, such as a table, are words still.
  if (postmortem.source.slice(section.headingSpan.to, section.extent.to).trim().length > 3) return null
  return headingOf(postmortem, kind)
}
