/** What a section of a postmortem is about. */

/** All kinds in the order of the format; `title` is the part under the first heading, `unmapped` fits nowhere. */
export const SECTION_KINDS = [
  'title',
  'metadata',
  'summary',
  'impact',
  'timeline',
  'root-cause',
  'trigger',
  'contributing-factors',
  'missed-catch',
  'five-whys',
  'resolution',
  'went-right',
  'went-wrong',
  'lucky',
  'action-items',
  'lessons',
  'artefacts',
  'communication',
  'publication',
  'sign-off',
  'blamelessness',
  'appendix',
  'unmapped',
] as const

/** One kind of section. */
export type SectionKind = (typeof SECTION_KINDS)[number]
