/** What the demonstration says at its end. */
import { join } from 'node:path'
import { typedWords } from './typed-words.ts'

/** How the demonstration ended: whether the repository is still there, and whether the clock has not come to the incident yet. */
export interface Ending {
  readonly kept: boolean
  readonly early: boolean
}

/** The lines of the end. */
export function farewell(packageFolder: string, workspace: string, { kept, early }: Ending): readonly string[] {
  const executable = join(packageFolder, 'bin', 'nevertwice.js')
  const lines = ['That was the whole way, from raw evidence to the review of the quarter.', '']
  if (kept)
    lines.push(
      'The repository is kept, to look around and go on:',
      '',
      `  cd ${typedWords([workspace])}`,
      `  alias nevertwice=${typedWords([`node ${typedWords([executable])}`])}`,
      '  nevertwice check docs/postmortems --gate close     # what is missing before it can be closed',
      '  nevertwice item docs/postmortems/INC-2026-11-23-001.md A2     # what an item can become, and what that takes',
      '  nevertwice publish --help',
      '',
      `Remove it with: rm -r ${typedWords([workspace])}`,
    )
  else lines.push('The repository is removed (--clean).')
  if (kept && early)
    lines.push('', 'The incident plays in November 2026: before that day `check` says that it lies in the future.')
  lines.push(
    '',
    'With your own incidents, in your own repository: `nevertwice init`, then `nevertwice new` with the exports you',
    'have (PagerDuty, Slack, Alertmanager, Statuspage, GitHub, Grafana, notes), or `nevertwice import old/postmortems`.',
    '`nevertwice --help` lists every command.',
  )
  return lines
}
