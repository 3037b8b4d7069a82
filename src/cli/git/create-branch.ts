/** Makes a branch at the current commit and checks it out. */
import { ok, type Result, refuse } from '../../base/result.ts'
import { printable } from '../printable.ts'
import { canBranch } from './can-commit.ts'
import { runGit } from './run-git.ts'

/** Makes and checks out a branch; local changes come along. Refusals: `bad-branch`, `branch-exists`, `git-failed`. */
export async function createBranch(folder: string, name: string): Promise<Result<void>> {
  const can = await canBranch(folder, name)
  if (!can.ok) return can
  const made = await runGit(folder, ['switch', '--quiet', '--create', name])
  if (made.code !== 0) return refuse('git-failed', `git switch failed: ${printable(made.stderr.trim())}`)
  return ok(undefined)
}
