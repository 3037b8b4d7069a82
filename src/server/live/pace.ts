/** How fast live editing goes: its timers and its limits. */

/** Runs work after a number of milliseconds, unless what it answers is called before. */
export interface Timers {
  readonly after: (ms: number, work: () => void) => () => void
}

/** The timers of the system. */
export const SYSTEM_TIMERS: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

/** Milliseconds of everything that waits. */
export const PACE = {
  /** How long updates are gathered for one transaction: at least, at most, and as a multiple of what the last groups took. */
  gather: { least: 8, most: 500, ofCost: 4 },
  /** How long to wait after a transaction that failed, at first and at most. */
  again: { first: 100, most: 900 },
  /** How often presence is passed on. */
  presence: 50,
  /** Quiet after which the text row follows, and how long it is behind at most while somebody types. */
  text: { quiet: 1000, most: 10_000 },
  /** Quiet after which a revision is cut, and at most between two. */
  revision: { quiet: 30_000, most: 600_000 },
  /** How often it is looked whether everybody may still read, which has to be at least every 5 s. */
  rights: 2500,
  /** How long stopping waits for what is not yet stored. */
  drain: 5000,
  /** How often it is asked whether a connection still answers. */
  ping: 15_000,
  /** How often it is looked for documents that another process left behind, and how long they have been quiet. */
  sweep: { every: 30_000, quiet: 35_000 },
} as const

/** What is held at most. */
export const LIMITS = {
  /** Bytes of one frame. */
  frame: 1_000_000,
  /** UTF-16 units of a text. */
  text: 1_000_000,
  /** Frames of one connection: at once, and each second. */
  frames: { burst: 400, eachSecond: 100 },
  /** Bytes of one connection: at once, and each second. */
  bytes: { burst: 4_000_000, eachSecond: 200_000 },
  /** Edits of one connection that are refused: at once, and each second. */
  refusals: { burst: 10, eachSecond: 0.1 },
  /** Bytes that wait to be sent to one connection. */
  unsent: 8_000_000,
  /** Bytes that wait to be stored, of all connections. */
  unstored: 64_000_000,
  /** Connections to one document, and of one person. */
  connections: { ofDocument: 200, ofPerson: 40 },
  /** Connections that one person makes: at once, and each second. */
  comings: { burst: 100, eachSecond: 1 },
  /** Bytes of what somebody shows of themselves, as JSON. */
  presence: 2000,
  /** UTF-16 units of the edits of a suggestion. */
  suggestion: 100_000,
  /** Updates in a log before it is compacted. */
  log: 500,
} as const
