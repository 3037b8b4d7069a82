/** The program: every command there is, behind one line of words. */
import type { ListedCommand } from './command.ts'
import { COMMANDS } from './commands.ts'
import type { ExitCode } from './failure.ts'
import { type ContextOf, runCommandLine } from './run-command-line.ts'

export { endQuietly } from './end-quietly.ts'
export { processContext } from './process-context.ts'

/** Runs one command line (without `node` and the script) and answers with the exit code. Never throws. */
export function runProgram(
  argv: readonly string[],
  contextOf: ContextOf,
  commands: readonly ListedCommand[] = COMMANDS,
): Promise<ExitCode> {
  return runCommandLine(argv, contextOf, commands)
}
