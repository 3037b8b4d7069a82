/** Makes one commit of exactly the paths given; whatever else is changed or staged stays as it is. */
import { ok, type Result, refuse } from '../../base/result.ts'
import { printable } from '../printable.ts'
import { changedPaths } from './changed-paths.ts'
import { runGit } from './run-git.ts'

/**
 * Commits the paths and answers with the commit's full name, or null where they already are as the last commit has
 * them. The user's hooks run. Where git or a hook refuses (`commit-refused`, with its words) no commit is made and the
 * index is as it was; the files stay as they were written.
 */
export async function commitPaths(
  folder: string,
  paths: readonly string[],
  message: string,
): Promise<Result<string | null>> {
  const changed = await changedPaths(folder, paths)
  if (!changed.ok) return changed
  if (changed.value.length === 0) return ok(null)
  const unknown = await newPaths(folder, paths)
  if (unknown.length > 0) {
    const added = await runGit(folder, ['add', '--intent-to-add', '--', ...unknown])
    if (added.code !== 0) return refuse('commit-refused', `git add refused: ${words(added.stderr)}`)
  }
  const commit = await runGit(folder, [
    'commit',
    '--quiet',
    '--only',
    '--cleanup=verbatim',
    '-m',
    message,
    '--',
    ...paths,
  ])
  if (commit.code !== 0) {
    if (unknown.length > 0) await runGit(folder, ['rm', '--quiet', '--cached', '-r', '--force', '--', ...unknown])
    return refuse(
      'commit-refused',
      `git or one of its hooks refused the commit: ${words(`${commit.stderr}\n${commit.stdout}`)}`,
    )
  }
  const head = await runGit(folder, ['rev-parse', '--verify', 'HEAD'])
  return ok(head.stdout.trimEnd())
}

/** Those paths under which git knows no file yet, one by one, so that adding them can be taken back exactly. */
async function newPaths(folder: string, paths: readonly string[]): Promise<string[]> {
  const others = await runGit(folder, ['ls-files', '-z', '--others', '--exclude-standard', '--', ...paths])
  return others.stdout.split('\0').filter((path) => path !== '')
}

function words(text: string): string {
  const lines = text.split('\n').map((line) => printable(line.trimEnd()))
  const said = lines.filter((line) => line !== '')
  return said.length > 20
    ? [...said.slice(0, 20), `and ${said.length - 20} more lines`].join('\n  ')
    : said.join('\n  ')
}
