/** What the world gives to a command, so that a command can be run in a test without a process. */
import type { Instant } from '../base/instant.ts'
import type { Settings } from './config/settings.ts'

/** Somewhere to write text, also as UTF-8 bytes. */
export interface Output {
  write(text: string | Uint8Array): void
}

/** What is read from outside: chunks of bytes or text. */
export interface Input extends AsyncIterable<Uint8Array | string> {
  /** Whether a person sits at it. */
  readonly isTTY?: boolean | undefined
}

/** The environment variables that count, read once in `cli/main.ts`. */
export interface Environment {
  /** `NEVERTWICE_CONFIG`: the configuration file to use instead of searching for one. */
  readonly config: string | null
  /** Folder of the cache (`NEVERTWICE_CACHE`, else in the user's own cache folder); null for none. */
  readonly cache: string | null
  /** `NEVERTWICE_DEBUG=1`: print stacks of unexpected errors. */
  readonly debug: boolean
  /** All other `NEVERTWICE_*` variables: settings that stand over the file. */
  readonly settings: Readonly<Record<string, string>>
}

/** All that a command may touch. */
export interface CommandContext {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string
  readonly environment: Environment
  readonly now: () => Instant
  /** Whether standard output may carry colours. */
  readonly color: boolean
  /** Whether standard output is a terminal. */
  readonly isTTY: boolean
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number
  /** The built thread of `check`; null where nothing is built. */
  readonly worker: URL | null
  /** The settings in force, read once; fails with `configuration` where `nevertwice.yaml` is broken. */
  readonly settings: () => Promise<Settings>
}
