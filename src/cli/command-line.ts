/** Reads the words after a command's name with commander, from the command's own declaration. */
import { Argument, Command as Commander, CommanderError, Option } from 'commander'
import type { AnyCommand, OptionDeclaration } from './command.ts'
import type { CommandContext } from './context.ts'
import { CliFailure, EXIT, type ExitCode } from './failure.ts'

/** Either help was printed, or the words that the command runs with. */
export type CommandLine =
  | { readonly done: true; readonly exitCode: ExitCode }
  | {
      readonly done: false
      readonly args: readonly string[]
      readonly options: Readonly<Record<string, unknown>>
      readonly common: { readonly noColor: boolean; readonly config: string | null }
    }

/** Reads a command line; throws a `usage` failure that says what was wrong. Prints help where asked. */
export function readCommandLine(command: AnyCommand, words: readonly string[], context: CommandContext): CommandLine {
  const commander = declare(command, context)
  try {
    commander.parse([...words], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code === 'commander.helpDisplayed') return { done: true, exitCode: EXIT.clean }
    throw new CliFailure(
      'usage',
      `${sentenceOf(error.message)} Run \`nevertwice ${command.name} --help\` to see what it takes.`,
    )
  }
  const { color, config, ...options } = commander.opts()
  return {
    done: false,
    args: commander.args,
    options: withSwitches(command, options),
    common: { noColor: color === false, config: config ?? null },
  }
}

function declare(command: AnyCommand, context: CommandContext): Commander {
  const commander = new Commander(`nevertwice ${command.name}`)
  commander
    .description(command.details ? `${command.summary}.\n\n${command.details}` : `${command.summary}.`)
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => context.width,
      getOutHasColors: () => false,
    })
    .action(() => {})
  for (const { name, summary, optional, many } of command.arguments) {
    const word = many ? `${name}...` : name
    commander.addArgument(new Argument(optional ? `[${word}]` : `<${word}>`, summary))
  }
  for (const [key, option] of Object.entries(command.options)) commander.addOption(optionOf(key, option))
  commander.addOption(
    new Option('--format <format>', 'how to print').choices([...command.formats]).default(command.formats[0]),
  )
  commander.option('--config <file>', 'configuration file (default: nevertwice.yaml here or in a folder above)')
  commander.option('--no-color', 'no colours')
  const examples = command.examples.map(({ run, says }) => `  $ nevertwice ${run}\n      ${says}`)
  if (examples.length > 0) commander.addHelpText('after', `\nExamples:\n${examples.join('\n')}`)
  return commander
}

function optionOf(key: string, declaration: OptionDeclaration): Option {
  const flag = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const short = declaration.short ? `-${declaration.short}, ` : ''
  const option = new Option(`${short}${flag}${declaration.value ? ` <${declaration.value}>` : ''}`, declaration.summary)
  if (declaration.choices) option.choices([...declaration.choices])
  if (declaration.default !== undefined) option.default(declaration.default)
  if (declaration.many) {
    const check = option.parseArg as ((value: string, previous: unknown) => string) | undefined
    option.argParser((value: string, previous: readonly string[] | undefined) => {
      check?.call(option, value, undefined)
      return [...(previous ?? []), value]
    })
  }
  return option
}

function withSwitches(command: AnyCommand, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const all: Record<string, unknown> = { ...options }
  for (const [key, declaration] of Object.entries(command.options)) {
    if (declaration.value === undefined) all[key] = isSwitched(key, options)
    else if (declaration.many) all[key] = options[key] ?? []
  }
  return all
}

/** commander reads `--no-pause` as a `pause` that is false. */
function isSwitched(key: string, options: Readonly<Record<string, unknown>>): boolean {
  const [, first, rest] = /^no([A-Z])(.*)$/.exec(key) ?? []
  return first === undefined ? options[key] === true : options[first.toLowerCase() + rest] === false
}

/** commander writes `error: unknown option '--dat'` and, on a line of its own, `(Did you mean --date?)`. */
function sentenceOf(message: string): string {
  const [what = '', hint] = message.split('\n')
  const words = what.replace(/^error: /, '').replace(/\.+$/, '')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.${hint ? ` ${hint.replace(/^\(|\)$/g, '')}` : ''}`
}
