/** Runs one line of words with one of some commands: finds it, loads it, reads its options, maps failures to codes. */
import type { AnyCommand, ListedCommand } from './command.ts'
import type { CommandContext } from './context.ts'
import { CliFailure, EXIT, type ExitCode } from './failure.ts'
import { nearest } from './nearest.ts'
import { overview } from './overview.ts'
import { printable } from './printable.ts'
import { unexpectedError } from './unexpected-error.ts'

/** Switches that may also stand before the command's name. */
const EVERYWHERE = ['--no-color']

/** Builds the context once the options that shape it are known. */
export type ContextOf = (common: { noColor: boolean; config: string | null }) => CommandContext

/** Runs one command line (without `node` and the script) and answers with the exit code. Never throws. */
export async function runCommandLine(
  argv: readonly string[],
  contextOf: ContextOf,
  commands: readonly ListedCommand[],
): Promise<ExitCode> {
  const plain = contextOf({ noColor: argv.includes('--no-color'), config: null })
  let name: string | null = null
  try {
    const [first, ...rest] = inOrder(argv)
    if (first === undefined) {
      plain.stderr.write(overview(commands, plain.width))
      return EXIT.usage
    }
    if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
      plain.stdout.write(overview(commands, plain.width))
      return EXIT.clean
    }
    const [wanted, words] = first === 'help' ? [rest[0]!, ['--help']] : [first, rest]
    const listed = commands.find((candidate) => candidate.name === wanted)
    if (!listed) throw unknownCommand(wanted, commands)
    name = listed.name
    return await runCommand(await listed.load(), words, contextOf)
  } catch (error) {
    return report(error, name, plain)
  }
}

async function runCommand(command: AnyCommand, words: readonly string[], contextOf: ContextOf): Promise<ExitCode> {
  const { readCommandLine } = await import('./command-line.ts')
  const read = readCommandLine(command, words, contextOf({ noColor: words.includes('--no-color'), config: null }))
  if (read.done) return read.exitCode
  return command.run(contextOf(read.common), read.args, read.options)
}

function inOrder(argv: readonly string[]): string[] {
  let at = 0
  while (EVERYWHERE.includes(argv[at] ?? '')) at++
  const [name, ...rest] = argv.slice(at)
  return name === undefined ? [] : [name, ...argv.slice(0, at), ...rest]
}

function unknownCommand(name: string, commands: readonly ListedCommand[]): CliFailure {
  const near = nearest(
    name,
    commands.map((command) => command.name),
  )
  const what = name.startsWith('-') ? 'option' : 'command'
  const hint = near ? `Did you mean \`nevertwice ${near}\`?` : 'Run `nevertwice --help` to see all commands.'
  return new CliFailure('usage', `There is no ${what} \`${printable(name)}\`. ${hint}`)
}

function report(error: unknown, name: string | null, context: CommandContext): ExitCode {
  if (error instanceof CliFailure) {
    context.stderr.write(`nevertwice: ${error.sentence.split('\n').map(printable).join('\n')}\n`)
    return error.exitCode
  }
  context.stderr.write(unexpectedError(error, name, context.environment.debug))
  return EXIT.failed
}
