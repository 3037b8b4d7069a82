/** The settings in force: what each is, and where its value came from. */
import { DEFAULT_POLICY, type Policy } from '../../checks/policy.ts'
import type { RuleSeverities } from '../../checks/set-rules.ts'

/** Where published postmortems live. */
export interface DocsSettings {
  /** Folder, relative to the folder of the configuration file, with `/`. */
  readonly path: string
}

/** Where postmortems are published to. */
export interface PublicationSettings {
  /** The target whose receipt makes a postmortem published. */
  readonly mainTarget: string
  /** All targets that must have a receipt before their entry is ticked. */
  readonly targets: readonly string[]
  /** Chat channel, as people write it; null where none is used. */
  readonly channel: string | null
  /** Project board that takes the action items; null where none is used. */
  readonly board: string | null
}

/** How documents are checked. */
export interface CheckSettings {
  readonly rules: RuleSeverities
  /** Globs of files in folders that `check` and `fix` pass over, relative to the configuration file. */
  readonly ignore: readonly string[]
}

/** Where a value came from. */
export type Origin =
  | { readonly from: 'default' }
  | { readonly from: 'file'; readonly file: string; readonly line: number }
  | { readonly from: 'environment'; readonly variable: string }

/** The values that may be set. */
export interface SettingValues {
  readonly docs: DocsSettings
  readonly policy: Policy
  readonly publication: PublicationSettings
  readonly checks: CheckSettings
  /** Names of people, so that rules know a name when they see one. */
  readonly people: readonly string[]
  /** Names of teams. */
  readonly teams: readonly string[]
}

/** All settings of one run. */
export interface Settings extends SettingValues {
  /** Absolute path of the configuration file; null where there is none. */
  readonly file: string | null
  /** Absolute folder that relative settings start from: the configuration file's, else the current one. */
  readonly root: string
  /** Where a setting such as `policy.draftHours` came from. */
  readonly originOf: (key: string) => Origin
}

/** The values without any configuration. */
export const DEFAULT_SETTINGS: SettingValues = {
  docs: { path: 'docs/postmortems' },
  policy: DEFAULT_POLICY,
  publication: { mainTarget: 'git', targets: ['git'], channel: null, board: null },
  checks: { rules: {}, ignore: [] },
  people: [],
  teams: [],
}
