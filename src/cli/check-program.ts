/** The program for `check` alone, built apart (scripts/build.mjs): it runs in hooks and in every build, and each file opened costs it time. */
import { check } from './commands/check.ts'
import type { ExitCode } from './failure.ts'
import { type ContextOf, runCommandLine } from './run-command-line.ts'

export { endQuietly } from './end-quietly.ts'
export { processContext } from './process-context.ts'

/** As `runProgram` in `program.ts`, for command lines that begin with `check`. */
export function runProgram(argv: readonly string[], contextOf: ContextOf): Promise<ExitCode> {
  const { name, summary } = check
  return runCommandLine(argv, contextOf, [{ name, summary, load: async () => check }])
}
