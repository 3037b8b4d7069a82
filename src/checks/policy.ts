/** The policy: every figure that a team may set in `nevertwice.yaml`, with the defaults of the house. */

/** Deadlines in hours or business days, limits in words or minutes, roles that sign. */
export interface Policy {
  /** Hours from the all-clear until the draft (timeline and summary) is due. */
  readonly draftHours: number
  /** Business days from the all-clear until publication. */
  readonly publishBusinessDays: number
  /** Days that are not business days, `YYYY-MM-DD`. */
  readonly holidays: readonly string[]
  /** Minutes to acknowledge a page, by severity. */
  readonly acknowledgeMinutes: Readonly<Record<string, number>>
  /** Minutes to mitigate, by severity. */
  readonly mitigateMinutes: Readonly<Record<string, number>>
  /** Words a minute that a reader takes in. */
  readonly readingWordsPerMinute: number
  /** Seconds in which the summary must be readable. */
  readonly summarySeconds: number
  readonly summarySentences: { readonly min: number; readonly max: number }
  /** Whether a postmortem is required, by severity. */
  readonly required: Readonly<Record<string, 'required' | 'optional' | 'none'>>
  /** Roles that must sign. */
  readonly signatures: readonly string[]
  /** Roles that must sign besides, by severity. */
  readonly extraSignatures: Readonly<Record<string, readonly string[]>>
  /** Share of items to be closed, 0..1. */
  readonly closureTarget: number
  /** Business days after a quarter's end on which it is reviewed. */
  readonly reviewBusinessDay: number
  /** How long an action item may stay open, in days, before a rule asks for smaller steps. */
  readonly longestDueDays: number
  /** Author's severity words to ours, in lower case. */
  readonly severityWords: Readonly<Record<string, string>>
}

/** The house's policy (DESIGN section 7). */
export const DEFAULT_POLICY: Policy = {
  draftHours: 48,
  publishBusinessDays: 5,
  holidays: [],
  acknowledgeMinutes: { P0: 5, P1: 15 },
  mitigateMinutes: { P0: 30, P1: 240 },
  readingWordsPerMinute: 238,
  summarySeconds: 30,
  summarySentences: { min: 2, max: 4 },
  required: { P0: 'required', P1: 'required', P2: 'optional', P3: 'none' },
  signatures: ['Incident Commander', 'Platform Lead'],
  extraSignatures: {},
  closureTarget: 0.8,
  reviewBusinessDay: 10,
  longestDueDays: 180,
  severityWords: {},
}
