/** What can go wrong in a command, as one closed list, and the exit code that each becomes. */
import type { Refusal, Where } from '../base/result.ts'
import { printable } from './printable.ts'

/** Exit codes (DESIGN section 11). */
export const EXIT = { clean: 0, findings: 1, usage: 2, unreadable: 3, failed: 4, interrupted: 130 } as const
/** One exit code. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/**
 * Kinds of failure: the command line or `nevertwice.yaml` is wrong; an input cannot be read; a file cannot be written;
 * git, the network or a room refused.
 */
export type FailureKind = 'usage' | 'configuration' | 'unreadable' | 'file' | 'git' | 'network' | 'refused'

const EXIT_OF: Readonly<Record<FailureKind, ExitCode>> = {
  usage: EXIT.usage,
  configuration: EXIT.usage,
  unreadable: EXIT.unreadable,
  file: EXIT.failed,
  git: EXIT.failed,
  network: EXIT.failed,
  refused: EXIT.failed,
}

/** The one error that commands throw. Its message is printed as it is, without a stack. */
export class CliFailure extends Error {
  readonly kind: FailureKind
  readonly where: Where | undefined

  constructor(kind: FailureKind, message: string, where?: Where) {
    super(message)
    this.name = 'CliFailure'
    this.kind = kind
    this.where = where
  }

  /** The code that the process ends with. */
  get exitCode(): ExitCode {
    return EXIT_OF[this.kind]
  }

  /** `file:line:column: message`, as far as the place is known. */
  get sentence(): string {
    const { file, line, column, path } = this.where ?? {}
    const name = file ?? (line === undefined ? path : undefined)
    const place = [name && printable(name), line, line === undefined ? undefined : column]
    const known = place.filter((part) => part !== undefined)
    return known.length > 0 ? `${known.join(':')}: ${this.message}` : this.message
  }
}

/** Turns a room's refusal into a failure of the given kind. */
export function failureOf(kind: FailureKind, refusal: Refusal): CliFailure {
  return new CliFailure(kind, refusal.message, refusal.where)
}
