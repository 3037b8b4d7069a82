/** Which of some paths differ from the last commit. */
import { isAbsolute } from 'node:path'
import { ok, type Result, refuse } from '../../base/result.ts'
import { runGit } from './run-git.ts'

/**
 * The paths among those given (files or folders) that are changed, staged, new or missing, as git names them from the
 * root. Refusals: `outside-repository`, `ignored-by-git`.
 */
export async function changedPaths(folder: string, paths: readonly string[]): Promise<Result<readonly string[]>> {
  if (paths.length === 0) return ok([])
  // `./` keeps a name that begins with `:` from being read as anything else.
  const names = paths.map((path) => (isAbsolute(path) ? path : `./${path}`))
  const ignored = await runGit(folder, ['check-ignore', '-z', '--stdin'], names.join('\0'))
  // 128 is a path outside of the repository; 1 says that none is ignored.
  if (ignored.code === 128)
    return refuse('outside-repository', `${reason(ignored.stderr)} Choose a folder inside the repository.`)
  if (ignored.code === 0)
    return refuse(
      'ignored-by-git',
      `git ignores ${split(ignored.stdout).join(', ')}. Take it out of .gitignore or choose another folder.`,
    )
  const status = await runGit(folder, [
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--ignore-submodules',
    '--',
    ...paths,
  ])
  if (status.code !== 0) return refuse('git-failed', `git status failed: ${reason(status.stderr)}`)
  const changed: string[] = []
  const parts = split(status.stdout)
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    changed.push(part.slice(3))
    // A rename is followed by the name it had.
    if (part.startsWith('R') || part.startsWith('C')) at++
  }
  return ok(changed)
}

function split(text: string): string[] {
  return text.split('\0').filter((part) => part !== '')
}

function reason(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/^fatal: /, '').replace(/[^.]$/, '$&.')
}
