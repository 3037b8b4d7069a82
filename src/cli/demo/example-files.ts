/** Finds the example incident that ships with the program, from the source as from the build. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CliFailure } from '../failure.ts'

/** How many folders above this file the package may begin: `src/cli/demo` is three deep, `dist/chunks` two. */
const HIGHEST = 4

/** The folder of the package, in which `examples/` and `bin/` lie; fails as `unreadable` where the examples are missing. */
export function packageFolder(from: string = import.meta.url): string {
  const start = dirname(fileURLToPath(from))
  for (let folder = start, height = 0; height < HIGHEST; folder = dirname(folder), height++)
    if (existsSync(join(folder, 'examples', 'checkout-pool', 'pagerduty.json'))) return folder
  throw new CliFailure(
    'unreadable',
    `The example incident (examples/checkout-pool) is not beside the program; searched from ${start} upwards. Install nevertwice again, or run this from a clone of it.`,
  )
}
