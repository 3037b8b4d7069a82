/** Which sections came, went, moved or changed between two revisions. */
import { matchByKeys } from './match-by-keys.ts'
import type { Postmortem, Section } from './model.ts'
import { type Difference, wordDifferences } from './word-differences.ts'

/** One section that is not as it was. `moved` sections may have changed words too. */
export interface SectionChange {
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  readonly before: Section | null
  readonly after: Section | null
  /** Of the heading and the body without deeper sections; empty where no word changed. */
  readonly differences: readonly Difference[]
}

/** Sections are the same where kind and heading are, else where the kind is. Changes in the order of the later revision; sections that went stand where they were. */
export function compareSections(before: Postmortem, after: Postmortem): SectionChange[] {
  const partner = matchByKeys(before.sections, after.sections, [fullKey, kindKey])
  const stayed = inOrder(partner)
  const changes: SectionChange[] = []
  const gone = new Set(before.sections.keys())
  for (const index of partner) if (index !== null) gone.delete(index)
  let next = 0
  const leave = (until: number) => {
    for (; next < until; next++) {
      if (!gone.has(next)) continue
      const section = before.sections[next]!
      const differences = wordDifferences(wordsOf(before, section), '')
      if (differences.length > 0) changes.push({ change: 'removed', before: section, after: null, differences })
    }
  }
  after.sections.forEach((section, index) => {
    const from = partner[index] ?? null
    const text = wordsOf(after, section)
    if (from === null) {
      const differences = wordDifferences('', text)
      if (differences.length > 0) changes.push({ change: 'added', before: null, after: section, differences })
      return
    }
    if (stayed.has(index)) leave(from)
    const earlier = before.sections[from]!
    const old = wordsOf(before, earlier)
    const differences = old === text ? [] : wordDifferences(old, text)
    if (stayed.has(index) && old === text) return
    changes.push({ change: stayed.has(index) ? 'changed' : 'moved', before: earlier, after: section, differences })
  })
  leave(before.sections.length)
  return changes
}

function fullKey({ kind, level, heading }: Section): string {
  return `${kind} ${level === 0 ? 0 : 1} ${heading.toLowerCase()}`
}

function kindKey({ kind, level }: Section): string | null {
  return kind === 'unmapped' || kind === 'appendix' ? null : `${kind} ${level}`
}

/** The later sections whose earlier places rise: the longest such run stayed, all others moved. */
function inOrder(partner: readonly (number | null)[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = []
  partner.forEach((place, index) => {
    previous.push(-1)
    if (place === null) return
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (partner[tails[middle]!]! < place) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[index] = tails[low - 1]!
    tails[low] = index
  })
  const stayed = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) stayed.add(index)
  return stayed
}

function wordsOf({ source }: Postmortem, { span, lead, headingSpan }: Section): string {
  // What a label on its own line says belongs to the section that holds the list.
  const to = lead ? headingSpan.to : span.to
  return source
    .slice(span.from, to)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd()
}
