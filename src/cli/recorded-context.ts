/** A context for tests: input from a string, output kept, clock fixed. */

import { loadSettings } from './config/load-settings.ts'
import type { CommandContext } from './context.ts'

/** What a command printed, and the context that it printed into. */
export interface RecordedContext {
  readonly context: CommandContext
  readonly out: () => string
  readonly err: () => string
}

/** Makes a context in a folder; everything may be overridden. */
export function recordedContext(cwd: string, stdin = '', overrides: Partial<CommandContext> = {}): RecordedContext {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const environment = overrides.environment ?? { config: null, cache: null, debug: false, settings: {} }
  const context: CommandContext = {
    stdin: {
      async *[Symbol.asyncIterator]() {
        if (stdin !== '') yield stdin
      },
    },
    stdout: { write: (text) => void out.push(Buffer.from(text as string)) },
    stderr: { write: (text) => void err.push(Buffer.from(text as string)) },
    cwd,
    environment,
    now: () => Date.UTC(2026, 10, 23, 12),
    color: false,
    isTTY: false,
    width: 80,
    worker: null,
    settings: () => loadSettings({ cwd, file: environment.config, environment: environment.settings }),
    ...overrides,
  }
  return { context, out: () => Buffer.concat(out).toString(), err: () => Buffer.concat(err).toString() }
}
