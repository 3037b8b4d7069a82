/** The statements of Summary, Impact and Root cause, with their places. */
import type { Postmortem } from '../../../document/model.ts'
import type { SectionKind } from '../../../document/section-kind.ts'
import { isGuidance, placeholdersIn } from '../../words/placeholder.ts'
import type { ProseRun } from '../../words/prose.ts'
import { type Quantity, quantitiesIn } from '../../words/quantities.ts'

/** One paragraph, bullet or cell; `text` has the length of the source from `from` on, code and addresses masked. */
export interface Statement {
  readonly part: 'Summary' | 'Impact' | 'Root cause'
  readonly text: string
  readonly from: number
  /** Its figures; offsets in `text`. */
  readonly figures: readonly Quantity[]
}

const PARTS: Partial<Record<SectionKind, Statement['part']>> = {
  summary: 'Summary',
  impact: 'Impact',
  'root-cause': 'Root cause',
  trigger: 'Root cause',
  'contributing-factors': 'Root cause',
  'missed-catch': 'Root cause',
  'five-whys': 'Root cause',
}

/** All that hold a digit, in the order of the text; blanks of the form are left out. */
export function statementsOf({ sections }: Postmortem, runs: readonly ProseRun[]): Statement[] {
  const statements: Statement[] = []
  for (const { text, from, section, where } of runs) {
    const part = PARTS[sections[section]!.kind]
    if (!part || where === 'heading' || !/\d/.test(text)) continue
    if (isGuidance(text) || placeholdersIn(text).length > 0) continue
    statements.push({ part, text, from, figures: quantitiesIn(text) })
  }
  return statements
}

const LONGEST_CLAUSE = 160

/** The words around a place, up to the ends of its sentence or as far as words can matter to it. */
export function clauseAround(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - LONGEST_CLAUSE), from)
  const after = text.slice(to, to + LONGEST_CLAUSE)
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('。'), before.lastIndexOf('; ')) + 1
  const end = /\.\s|\.$|[。;]/.exec(after)?.index ?? after.length
  return `${before.slice(start)}${text.slice(from, to)}${after.slice(0, end)}`
}
