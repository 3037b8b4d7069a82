/** Lets a command that runs for long decide for itself what signals and unexpected errors do. */

/** What it does instead of ending at once. */
export interface Takeover {
  readonly signalled: (signal: NodeJS.Signals) => void
  /** Told before the process ends with 4. */
  readonly broken: (error: unknown) => void
}

let taken: Takeover | null = null

/** From now on; there is one such command in a process. */
export function takeOver(takeover: Takeover): void {
  taken = takeover
}

/** Who took over, if anybody did. */
export function takenOver(): Takeover | null {
  return taken
}
