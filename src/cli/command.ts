/** How a command declares itself: name, arguments, options, help and what it does. */
import type { CommandContext } from './context.ts'
import type { ExitCode } from './failure.ts'

/** One positional argument. */
export interface ArgumentDeclaration {
  readonly name: string
  readonly summary: string
  /** May be left out. */
  readonly optional?: boolean
  /** Takes all that follow; only the last argument may. */
  readonly many?: boolean
}

/** One option. Without `value` it is a switch. Its key in camel case becomes the flag (`dryRun` is `--dry-run`). */
export interface OptionDeclaration {
  readonly summary: string
  /** What stands for the value in help, such as `FILE`. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly default?: string
  /** May be given several times. */
  readonly many?: boolean
  /** One letter. */
  readonly short?: string
}

type ValueOf<D extends OptionDeclaration> = D extends { choices: readonly (infer Choice)[] } ? Choice : string

/** The value that an option has when the command runs. */
export type OptionValue<D extends OptionDeclaration> = D extends { many: true }
  ? readonly ValueOf<D>[]
  : D extends { value: string }
    ? D extends { default: string }
      ? ValueOf<D>
      : ValueOf<D> | undefined
    : boolean

/** All options of a command, with the output format. */
export type OptionValues<O, F extends string> = {
  readonly [K in keyof O]: O[K] extends OptionDeclaration ? OptionValue<O[K]> : never
} & { readonly format: F }

/** A command: what it takes and what it does. */
export interface Command<
  O extends Readonly<Record<string, OptionDeclaration>> = Readonly<Record<string, OptionDeclaration>>,
  F extends string = string,
> {
  readonly name: string
  /** One line for the list of commands, without a full stop. */
  readonly summary: string
  /** More words for `--help`. */
  readonly details?: string
  readonly arguments: readonly ArgumentDeclaration[]
  readonly options: O
  /** What `--format` may be; the first is the default. */
  readonly formats: readonly F[]
  readonly examples: readonly { readonly run: string; readonly says: string }[]
  run(context: CommandContext, args: readonly string[], options: OptionValues<O, F>): Promise<ExitCode>
}

/** Declares a command, so that `run` sees its options with their types. */
export function command<const O extends Readonly<Record<string, OptionDeclaration>>, const F extends string>(
  declaration: Command<O, F>,
): Command<O, F> {
  return declaration
}

/** A command of any options, as the program runs it. */
export interface AnyCommand extends Omit<Command, 'run'> {
  // biome-ignore lint/suspicious/noExplicitAny: each command knows its own options; the program only hands them on
  run(context: CommandContext, args: readonly string[], options: any): Promise<ExitCode>
}

/** One line of the list of commands. */
export interface ListedCommand {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<AnyCommand>
}
