/** The sentences of Summary, Impact and Root cause, with their places. */
import type { Postmortem } from '../../../document/model.ts'
import type { SectionKind } from '../../../document/section-kind.ts'
import { isGuidance, placeholdersIn } from '../../words/placeholder.ts'
import { proseOf } from '../../words/prose.ts'
import { type Quantity, quantitiesIn } from '../../words/quantities.ts'
import { splitSentences } from '../../words/sentences.ts'

/** One sentence; `text` has the length of the source from `from` on, code and addresses masked. */
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

/** All sentences that hold a digit, in the order of the text; blanks of the form are left out. */
export function statementsOf(postmortem: Postmortem): Statement[] {
  const statements: Statement[] = []
  for (const run of proseOf(postmortem)) {
    const part = PARTS[postmortem.sections[run.section]!.kind]
    if (!part || run.where === 'heading' || !/\d/.test(run.text) || placeholdersIn(run.text).length > 0) continue
    if (isGuidance(run.text)) continue
    for (const { from, to } of splitSentences(run.text)) {
      const text = run.text.slice(from, to)
      if (/\d/.test(text)) statements.push({ part, text, from: run.from + from, figures: quantitiesIn(text) })
    }
  }
  return statements
}
