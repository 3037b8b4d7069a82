/** What the text of an evidence file holds. */
import type { EvidenceProblem } from '../../evidence/fact.ts'

/** A parsed file; JSON lines become the list of their values. */
export interface JsonText {
  readonly value: unknown
  readonly lines: boolean
  readonly problems: readonly EvidenceProblem[]
}
