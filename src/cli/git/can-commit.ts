/** Whether a commit of certain files can be made, asked before anything is touched. */
import { ok, type Result, refuse } from '../../base/result.ts'
import { printable } from '../printable.ts'
import { changedPaths } from './changed-paths.ts'
import { type RepositoryState, repositoryState } from './repository-state.ts'
import { runGit } from './run-git.ts'

/** What is to be committed, and how careful to be. */
export interface CommitWish {
  /** Absolute paths, or paths relative to the folder; nothing else is ever committed. */
  readonly paths: readonly string[]
  /** A branch that will be made for it; then the head may be detached. */
  readonly branch?: string
  /** Whether changes that these paths already carry may go into the commit; by default they may not. */
  readonly changesAllowed?: boolean
  /** A remote that must be there. */
  readonly remote?: string
}

/**
 * Says whether the commit can be made. Refusals: `not-a-repository`, `bare-repository`, `git-underway`, `no-identity`,
 * `detached-head`, `branch-exists`, `bad-branch`, `no-remote`, `outside-repository`, `ignored-by-git`, `local-changes`.
 */
export async function canCommit(folder: string, wish: CommitWish): Promise<Result<RepositoryState>> {
  const state = await repositoryState(folder)
  if (!state.ok) return state
  const { bare, branch, identity, remotes, underway } = state.value
  const where = { file: state.value.root }
  if (bare)
    return refuse('bare-repository', 'This repository is bare: it has no files to change. Use a clone of it.', where)
  if (underway)
    return refuse(
      'git-underway',
      `A ${underway} is half done here. Finish it or call it off (\`git ${underway} --abort\`), then run this again.`,
      where,
    )
  if (!identity.known)
    return refuse(
      'no-identity',
      `git does not know who commits (${printable(identity.why)}). Set user.name and user.email with \`git config\`.`,
      where,
    )
  if (branch === null && wish.branch === undefined)
    return refuse(
      'detached-head',
      'No branch is checked out (the head is detached), so a commit would be lost. Check out a branch, or name a new one.',
      where,
    )
  if (wish.branch !== undefined) {
    const fine = await canBranch(folder, wish.branch)
    if (!fine.ok) return fine
  }
  if (wish.remote !== undefined && !remotes.includes(wish.remote))
    return refuse(
      'no-remote',
      `There is no remote named ${printable(wish.remote)}; found ${remotes.map(printable).join(', ') || 'none'}. Add it with \`git remote add\`.`,
      where,
    )
  const changed = await changedPaths(folder, wish.paths)
  if (!changed.ok) return changed
  if (changed.value.length > 0 && !wish.changesAllowed)
    return refuse(
      'local-changes',
      `These files carry changes that are not committed: ${changed.value.map(printable).join(', ')}. Commit or put them aside first.`,
      where,
    )
  return state
}

/** Whether a branch of this name can be made: the name is one, and no branch has it. */
export async function canBranch(folder: string, name: string): Promise<Result<void>> {
  const good = !name.startsWith('-') && (await runGit(folder, ['check-ref-format', `refs/heads/${name}`])).code === 0
  if (!good)
    return refuse(
      'bad-branch',
      `git does not take ${printable(name)} as the name of a branch. Choose letters, digits, - and /.`,
    )
  const there = await runGit(folder, ['show-ref', '--verify', '--quiet', `refs/heads/${name}`])
  if (there.code === 0)
    return refuse(
      'branch-exists',
      `There is a branch named ${printable(name)} already. Choose another name, or delete it.`,
    )
  return ok(undefined)
}
