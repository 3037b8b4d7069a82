/** Work of other parts that jobs start; each is absent where a server does not have it, and its schedule is off then. */

/** What a house may bring along. */
export interface JobHooks {
  /** Writes a backup, and removes those that are too old. */
  readonly backup?: (signal: AbortSignal) => Promise<void>
  /** Compares index and rollups with what they are derived from, and writes anew what differs. */
  readonly reindex?: (signal: AbortSignal) => Promise<void>
}
