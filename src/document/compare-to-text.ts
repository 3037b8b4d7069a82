/** A comparison of two revisions for people, in plain text. */
import { visibleText } from '../base/visible-text.ts'
import type { Comparison, ValueChange } from './compare.ts'
import type { ItemChange } from './compare-items.ts'
import type { RowChange } from './compare-rows.ts'
import type { SectionChange } from './compare-sections.ts'
import { type Difference, wordDifferences } from './word-differences.ts'

/** How many characters of unchanged words stand on either side of a change. */
const CONTEXT = 40
const SIGNS = { added: '+', removed: '-', changed: '~', moved: '>' } as const

/** Lines with `+` for what came, `-` for what went, `~` for what changed, `>` for what moved; words as `[-old-]{+new+}`. Empty where all is equal. */
export function comparisonToText(comparison: Comparison): string {
  const { title, metadata, sections, timeline, actionItems } = comparison
  const lines: string[] = []
  const group = (name: string, entries: readonly string[]) => {
    if (entries.length > 0) lines.push(name, ...entries.map((entry) => `  ${entry}`))
  }
  group('Title', title ? [valueLine(title)] : [])
  group('Metadata', metadata.map(valueLine))
  group('Timeline', timeline.map(rowLine))
  group('Action items', actionItems.flatMap(itemLines))
  group('Sections', sections.flatMap(sectionLines))
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function valueLine({ label, before, after }: ValueChange): string {
  if (before === null) return `+ ${visible(label)}: ${visible(after!)}`
  if (after === null) return `- ${visible(label)}: ${visible(before)}`
  return `~ ${visible(label)}: ${inWords(wordDifferences(before, after))}`
}

function rowLine({ change, before, after }: RowChange): string {
  const words = [before, after].map((row) => (row ? `${row.timeText} ${row.text}`.trim() : ''))
  return `${SIGNS[change]} ${change === 'changed' ? inWords(wordDifferences(words[0]!, words[1]!)) : visible(words.join(''))}`
}

function itemLines({ change, id, before, after, fields }: ItemChange): string[] {
  const item = (after ?? before)!
  if (change !== 'changed') return [`${SIGNS[change]} ${visible(id)} ${visible(item.description.text)}`]
  return fields.map(
    ({ field, before: old, after: now }) => `~ ${visible(id)} ${field}: ${inWords(wordDifferences(old, now))}`,
  )
}

/** What rows and items tell already is not told again word by word. */
function sectionLines({ change, before, after, differences }: SectionChange): string[] {
  const section = (after ?? before)!
  const name = `${SIGNS[change]} ${visible(section.heading) || '(before the first heading)'}`
  const told = section.kind === 'timeline' || section.kind === 'action-items' || section.kind === 'metadata'
  if (change === 'added' || change === 'removed' || told || differences.length === 0) return [name]
  return [name, `    ${inWords(differences)}`]
}

/** Changes with a little of what stands around them. */
function inWords(differences: readonly Difference[]): string {
  return differences
    .map(({ change, text }, index) => {
      const words = visible(text)
      if (change === 'removed') return `[-${words}-]`
      if (change === 'added') return `{+${words}+}`
      const [first, last] = [index === 0, index === differences.length - 1]
      if (words.length <= 2 * CONTEXT) return words
      const head = first ? '' : words.slice(0, CONTEXT)
      const tail = last ? '' : words.slice(-CONTEXT)
      return `${head} … ${tail}`
    })
    .join('')
    .trim()
}

function visible(text: string): string {
  return visibleText(text.replace(/\s/g, ' '))
}
