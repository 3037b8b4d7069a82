/** The repository that a demonstration happens in: temporary, with the example's files, and with settings of its own. */
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CliFailure } from '../failure.ts'
import { runGit } from '../git/run-git.ts'

/** Nothing of the machine's own settings may make the demonstration end otherwise than it should. */
const SETTINGS = [
  ['user.name', 'Ada Example'],
  ['user.email', 'ada@example.com'],
  ['commit.gpgsign', 'false'],
  ['core.hooksPath', '.git/hooks'],
  ['core.autocrlf', 'false'],
] as const

/** Makes the repository and commits the evidence; answers its absolute path. */
export async function makeWorkspace(packageFolder: string): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'nevertwice-demo-'))
  const examples = join(packageFolder, 'examples')
  const incident = join(examples, 'checkout-pool')
  await cp(incident, join(folder, 'evidence'), { recursive: true, filter: (source) => !source.endsWith('.md') })
  await cp(join(incident, 'finished.md'), join(folder, 'finished.md'))
  await cp(join(examples, 'older'), join(folder, 'older'), { recursive: true })
  await git(folder, 'init', '--quiet', '--template=', '--initial-branch=main')
  for (const [name, value] of SETTINGS) await git(folder, 'config', name, value)
  await git(folder, 'add', '--', 'evidence', 'older')
  await git(folder, 'commit', '--quiet', '-m', 'Evidence of the incident, and a postmortem of another one')
  return folder
}

/** Takes the repository away. */
export async function removeWorkspace(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}

async function git(folder: string, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await runGit(folder, args)
  if (code !== 0)
    throw new CliFailure('git', `git ${args[0]} failed in ${folder}: ${stderr.trim() || `it ended with ${code}`}`)
}
