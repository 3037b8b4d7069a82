/** The help of the program as a whole: every command in one line. */
import type { ListedCommand } from './command.ts'
import { wrap } from './wrap.ts'

/** The text of `nevertwice --help` for a terminal of the given width. */
export function overview(commands: readonly ListedCommand[], width: number): string {
  const longest = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map(
    (command) => `  ${command.name.padEnd(longest)}  ${wrap(command.summary, width, longest + 4)}`,
  )
  return `${[
    wrap('nevertwice: blameless postmortems, from raw evidence to proven action items', width, 0),
    '',
    'Usage: nevertwice <command> [options]',
    '',
    'Commands:',
    ...lines,
    '',
    wrap('Run `nevertwice <command> --help` for what a command takes, with examples.', width, 0),
    ...(commands.some(({ name }) => name === 'demo')
      ? [wrap('To see it work, run `nevertwice demo`. To begin, run `nevertwice init` in a repository.', width, 0)]
      : []),
    '',
    wrap('Exit codes: 0 clean, 1 findings that block, 2 usage, 3 input unreadable, 4 the operation failed.', width, 0),
  ].join('\n')}\n`
}
