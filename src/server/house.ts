/** What the whole server shares: its settings, its store, its clock. */
import type { Instant } from '../base/instant.ts'
import type { Policy } from '../checks/policy.ts'
import type { RuleSeverities } from '../checks/set-rules.ts'
import type { Log } from './log.ts'
import type { ServerSettings } from './settings.ts'
import type { LiveTexts } from './store/live-texts.ts'
import type { Store } from './store/store.ts'

/** The part of `nevertwice.yaml` that the server works by. */
export interface Rules {
  readonly policy: Policy
  readonly severities: RuleSeverities
  readonly publication: {
    readonly mainTarget: string
    readonly targets: readonly string[]
    readonly channel: string | null
    readonly board: string | null
  }
}

/** One running server. */
export interface House {
  readonly settings: ServerSettings
  readonly rules: Rules
  readonly store: Store
  readonly log: Log
  readonly now: () => Instant
  /** The texts that are edited right now; absent where nobody edits live. */
  readonly live?: LiveTexts
}
