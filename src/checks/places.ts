/** Where a finding about something absent is put: on the heading under which it is expected. */
import { lineStarts, positionAt } from '../base/position.ts'
import type { Span } from '../base/span.ts'
import type { MetadataEntry, MetadataKey, Postmortem, Section } from '../document/model.ts'
import type { SectionKind } from '../document/section-kind.ts'
import { remembered } from './remembered.ts'
import { isBlank } from './words/placeholder.ts'

/** The first section of a kind; null where there is none. */
export function sectionOf(postmortem: Postmortem, kind: SectionKind): Section | null {
  return postmortem.sections.find((section) => section.kind === kind) ?? null
}

/** The heading of the first section of the first of these kinds that is there, else the top of the document. */
export function headingOf(postmortem: Postmortem, ...kinds: readonly SectionKind[]): Span {
  for (const kind of kinds) {
    const section = sectionOf(postmortem, kind)
    if (section && section.level > 0) return section.headingSpan
  }
  return topOf(postmortem)
}

/** The title, else the first line that is not blank, else the very start. */
export function topOf(postmortem: Postmortem): Span {
  if (postmortem.titleFrom === 'heading' && postmortem.title) return postmortem.title.span
  const first = /[^\s\ufeff][^\r\n]*/.exec(postmortem.source)
  return first ? { from: first.index, to: first.index + first[0].trimEnd().length } : { from: 0, to: 0 }
}

const startsOf = remembered((postmortem) => lineStarts(postmortem.source))

/** The 1-based line of an offset, for messages that name a second place. */
export function lineOf(postmortem: Postmortem, offset: number): number {
  return positionAt(startsOf(postmortem), offset).line
}

/** The first metadata entry of a key whose value is written; else the first of that key at all; null where none is. */
export function metadataOf(postmortem: Postmortem, ...keys: readonly MetadataKey[]): MetadataEntry | null {
  const { entries } = postmortem.metadata
  const found = entries.filter((entry) => keys.includes(entry.key))
  return found.find((entry) => !isBlank(entry.value.text)) ?? found[0] ?? null
}
