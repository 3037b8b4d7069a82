/** Runs the system's git: never through a shell, paths never read as patterns, output taken whole. */
import { execFile } from 'node:child_process'
import { CliFailure } from '../failure.ts'

/** What git answered. */
export interface GitAnswer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs git in a folder. Any exit code is an answer; fails as `git` only where git cannot be started. */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  const always = [
    '--no-pager',
    // check-ignore knows no patterns, and refuses to be told so.
    ...(args[0] === 'check-ignore' ? [] : ['--literal-pathspecs']),
    '--no-optional-locks',
    '-c',
    'color.ui=false',
    '-c',
    'core.quotepath=false',
  ]
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...always, ...args],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, windowsHide: true },
      (error, stdout, stderr) => {
        const code = (error as { code?: unknown } | null)?.code
        if (error && typeof code !== 'number') reject(notStarted(error, folder))
        else resolve({ code: typeof code === 'number' ? code : 0, stdout, stderr })
      },
    )
    // Hooks and editors that wait for an answer get none rather than waiting for ever.
    child.stdin?.on('error', () => {}).end(input)
  })
}

function notStarted(error: Error, folder: string): CliFailure {
  const { code, signal } = error as NodeJS.ErrnoException & { signal?: string }
  if (code === 'ENOENT')
    return new CliFailure('git', `Could not start git in ${folder}. Install git, or check that the folder exists.`)
  return new CliFailure('git', `git did not end by itself (${signal ?? code ?? error.message}). Run it again.`)
}
