/** What state a git repository is in, as far as a commit depends on it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../base/result.ts'
import { runGit } from './run-git.ts'

/** A repository as it stands. */
export interface RepositoryState {
  /** Absolute path of the working tree; of the git folder where the repository is bare. */
  readonly root: string
  readonly bare: boolean
  readonly shallow: boolean
  /** The branch checked out, also before its first commit; null where the head is detached. */
  readonly branch: string | null
  /** The commit checked out, in full; null before the first. */
  readonly head: string | null
  /** What is half done: `merge`, `rebase`, `cherry-pick`, `revert`, `bisect` or `am`; null where nothing is. */
  readonly underway: string | null
  /** Whether git knows who commits. */
  readonly identity: { readonly known: true } | { readonly known: false; readonly why: string }
  /** Names of the remotes. */
  readonly remotes: readonly string[]
}

const UNDERWAY: readonly (readonly [string, string])[] = [
  ['MERGE_HEAD', 'merge'],
  ['rebase-merge', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['rebase-apply', 'rebase'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
]

/** Reads the state of the repository that a folder lies in; refused with `not-a-repository` where it lies in none. */
export async function repositoryState(folder: string): Promise<Result<RepositoryState>> {
  const basics = await runGit(folder, [
    'rev-parse',
    '--is-bare-repository',
    '--is-shallow-repository',
    '--absolute-git-dir',
  ])
  if (basics.code !== 0)
    return refuse(
      'not-a-repository',
      `git finds no repository here: ${firstLine(basics.stderr)} Run \`git init\` first, or name a folder inside one.`,
      { file: folder },
    )
  const [bare, shallow, gitFolder = ''] = basics.stdout.trimEnd().split('\n')
  const [top, branch, head, author, committer, remotes] = await Promise.all([
    runGit(folder, ['rev-parse', '--show-toplevel']),
    runGit(folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    runGit(folder, ['rev-parse', '--quiet', '--verify', 'HEAD']),
    runGit(folder, ['var', 'GIT_AUTHOR_IDENT']),
    runGit(folder, ['var', 'GIT_COMMITTER_IDENT']),
    runGit(folder, ['remote']),
  ])
  const nobody = [author, committer].find((answer) => answer.code !== 0)
  return ok({
    root: top.code === 0 ? top.stdout.trimEnd() : gitFolder,
    bare: bare === 'true' || top.code !== 0,
    shallow: shallow === 'true',
    branch: branch.code === 0 ? branch.stdout.trimEnd() : null,
    head: head.code === 0 ? head.stdout.trimEnd() : null,
    underway: UNDERWAY.find(([file]) => existsSync(join(gitFolder, file)))?.[1] ?? null,
    identity: nobody ? { known: false, why: lastLine(nobody.stderr) } : { known: true },
    remotes: remotes.stdout.split('\n').filter((name) => name !== ''),
  })
}

function firstLine(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  return line.replace(/^fatal: /, '').replace(/[^.]$/, '$&.')
}

function lastLine(text: string): string {
  return (text.trim().split('\n').at(-1) ?? '').replace(/^fatal: /, '')
}
