/** What all documents of one `check` have in common; plain values, so that it can be handed to a thread. */
import type { Policy } from '../../checks/policy.ts'
import type { Gate } from '../../checks/rule.ts'
import type { RuleSeverities } from '../../checks/set-rules.ts'

/** How findings are printed. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const
/** One way to print. */
export type CheckFormat = (typeof CHECK_FORMATS)[number]

/** One check of many documents. */
export interface CheckJob {
  readonly gate: Gate
  /** Ids of the rules to show; null for all. */
  readonly only: readonly string[] | null
  readonly policy: Policy
  /** The places where this team publishes. */
  readonly targets: readonly string[]
  readonly severities: RuleSeverities
  /** The clock, cut to the hour, so that results stay the same within it. */
  readonly now: number
  readonly format: CheckFormat
  readonly color: boolean
  readonly columns: number
}

/** A document to check. */
export interface CheckTask {
  readonly file: string
  readonly path: string
  /** Why it cannot be read, where that is known already. */
  readonly problem?: string
}

/** What checking one document gave, printed already; counts are of what is shown. */
export interface CheckOutcome {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Whether the document could not be read; `printed` says why. */
  readonly unreadable: boolean
  /** Whether it depends on the clock. */
  readonly timely: boolean
  /** The document's part of the output, in UTF-8 and memory of its own. */
  readonly printed: Uint8Array
}
