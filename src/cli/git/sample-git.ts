/** A git repository with one commit, made once and then written as often as it is needed. For tests. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

let made: ReadonlyMap<string, Buffer> | null = null

/** Writes it into a folder: `README.md` in a first commit on `main`, made by Ada Example. */
export function writeSampleGit(folder: string): void {
  made ??= makeOnce()
  for (const [name, bytes] of made) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  mkdirSync(join(folder, '.git/hooks'))
}

/** Its files by their paths. */
function makeOnce(): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  git('init', '--quiet', '--initial-branch=main', '--template=')
  const settings = { 'user.name': 'Ada Example', 'user.email': 'ada@example.com', 'commit.gpgsign': 'false' }
  for (const [name, value] of Object.entries(settings)) git('config', name, value)
  git('config', 'core.hooksPath', '.git/hooks')
  writeFileSync(join(folder, 'README.md'), '# Example\n')
  git('add', 'README.md')
  git('commit', '--quiet', '-m', 'First')
  // One file instead of a folder for each object.
  git('repack', '--quiet', '-a', '-d')
  rmSync(join(folder, '.git/logs'), { recursive: true })
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const found = new Map(files.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
  rmSync(folder, { recursive: true, force: true })
  return found
}
