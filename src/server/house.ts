/** What the whole server shares: its settings, its store, its clock. */
import type { Instant } from '../base/instant.ts'
import type { Policy } from '../checks/policy.ts'
import type { RuleSeverities } from '../checks/set-rules.ts'
import type { JobHooks } from './jobs/job-hooks.ts'
import type { Log } from './log.ts'
import type { ServerSettings } from './settings.ts'
import type { Reader, Store, Writer } from './store/store.ts'

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
  /** Settings by key that the environment or the file fixes; who administers the server sees them and cannot change them. */
  readonly given?: ReadonlyMap<string, GivenSetting>
}

/** A setting that stands over what the database holds. */
export interface GivenSetting {
  readonly value: unknown
  readonly from: 'environment' | 'file'
  /** The variable, or the file with its line. */
  readonly where: string
}

/** While anyone edits, the log of updates is authoritative; the row follows it. */
export interface LiveTexts {
  /** The text by the log; null where there is none. */
  readonly liveText: (tx: Reader, id: string) => Promise<string | null>
  /** Appends an edit that was made elsewhere, in the transaction that makes it. */
  readonly appendServerEdit: (tx: Writer, id: string, text: string, actor: string, now: Instant) => Promise<unknown>
  /** Makes a revision of what was typed since the last one; the caller has locked the row. */
  readonly cutTyped: (house: House, tx: Writer, id: string) => Promise<unknown>
  /** The same in a transaction of its own, so that a revision names just the text that is read. */
  readonly settle: (house: House, id: string) => Promise<unknown>
}

/** One running server. */
export interface House {
  readonly settings: ServerSettings
  readonly rules: Rules
  readonly store: Store
  readonly log: Log
  readonly now: () => Instant
  /** Work of other parts that jobs start. */
  readonly hooks?: JobHooks
  /** The texts that are edited right now; absent where nobody edits live. */
  readonly live?: LiveTexts
}
