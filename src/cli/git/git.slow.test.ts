import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canCommit } from './can-commit.ts'
import { changedPaths } from './changed-paths.ts'
import { commitPaths } from './commit-paths.ts'
import { createBranch } from './create-branch.ts'
import { repositoryState } from './repository-state.ts'
import { writeSampleGit } from './sample-git.ts'

let home: string
let repository: string
beforeEach(() => {
  home = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
  repository = join(home, 'repository')
  mkdirSync(repository)
  writeSampleGit(repository)
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd()
}
function put(name: string, content: string, mode?: number) {
  mkdirSync(dirname(join(repository, name)), { recursive: true })
  writeFileSync(join(repository, name), content)
  if (mode) chmodSync(join(repository, name), mode)
}
async function refusal(wish: Parameters<typeof canCommit>[1] = { paths: ['docs/a.md'] }, folder = repository) {
  const result = await canCommit(folder, wish)
  return result.ok ? 'ok' : result.refusal.code
}

describe('the state of a repository', () => {
  it('is read from anywhere inside', async () => {
    mkdirSync(join(repository, 'docs'))
    expect(await repositoryState(join(repository, 'docs'))).toEqual({
      ok: true,
      value: {
        root: repository,
        bare: false,
        shallow: false,
        branch: 'main',
        head: git('rev-parse', 'HEAD'),
        underway: null,
        identity: { known: true },
        remotes: [],
      },
    })
  })
})

describe('a commit of exact paths', () => {
  it('takes these and leaves what else is changed, staged or new as it is', async () => {
    put('README.md', 'changed\n')
    put('staged.md', 'staged\n')
    git('add', 'staged.md')
    put('new.md', 'new\n')
    put('docs/-odd *[a] \n:(top)日本.md', 'text\n')
    put('docs/a.md', 'text\n')
    const paths = [join(repository, 'docs/a.md'), 'docs/-odd *[a] \n:(top)日本.md']
    const before = git('status', '--porcelain', '-z', '--', 'README.md', 'staged.md', 'new.md')
    const commit = await commitPaths(repository, paths, 'Postmortem\n\n# kept')
    expect(commit).toEqual({ ok: true, value: git('rev-parse', 'HEAD') })
    expect(git('log', '-1', '--format=%B')).toBe('Postmortem\n\n# kept')
    expect(git('show', '--name-only', '-z', '--format=', 'HEAD').split('\0').filter(Boolean)).toEqual([
      'docs/-odd *[a] \n:(top)日本.md',
      'docs/a.md',
    ])
    expect(git('status', '--porcelain', '-z', '--', 'README.md', 'staged.md', 'new.md')).toBe(before)
    expect(await commitPaths(repository, paths, 'again')).toEqual({ ok: true, value: null })
  })

  it('can be the first of a repository, and take a file away', async () => {
    git('checkout', '--quiet', '--orphan', 'fresh')
    git('rm', '--quiet', '--cached', 'README.md')
    put('a.md', 'text\n')
    expect(await refusal({ paths: ['a.md'], changesAllowed: true })).toBe('ok')
    expect((await commitPaths(repository, ['a.md'], 'First')).ok).toBe(true)
    rmSync(join(repository, 'a.md'))
    expect((await commitPaths(repository, ['a.md'], 'Gone')).ok).toBe(true)
    expect(git('ls-files')).toBe('')
  })
})

describe('F22 what stands in the way is said before anything is touched', () => {
  it('no repository', async () => {
    expect(await refusal(undefined, home)).toBe('not-a-repository')
  })

  it('no git at all', async () => {
    await expect(canCommit(join(home, 'nowhere'), { paths: [] })).rejects.toThrow('Could not start git')
  })

  it('local changes in the same files; others do not matter', async () => {
    put('docs/a.md', 'one\n')
    expect(await refusal()).toBe('local-changes')
    expect(await refusal({ paths: ['docs'] })).toBe('local-changes')
    expect(await refusal({ paths: ['docs/a.md'], changesAllowed: true })).toBe('ok')
    expect(await refusal({ paths: ['docs/b.md'] })).toBe('ok')
    git('add', 'docs/a.md')
    git('commit', '--quiet', '-m', 'A')
    expect(await refusal()).toBe('ok')
    git('mv', 'docs/a.md', 'docs/c.md')
    expect(await refusal({ paths: ['docs/c.md'] })).toBe('local-changes')
    expect(await changedPaths(repository, ['docs'])).toEqual({ ok: true, value: ['docs/c.md'] })
  })

  it('detached head, unless a branch is made', async () => {
    git('checkout', '--quiet', '--detach')
    expect(await refusal()).toBe('detached-head')
    expect(await refusal({ paths: ['docs/a.md'], branch: 'postmortem/INC-2026-11-23-001' })).toBe('ok')
  })

  it('conflict', async () => {
    git('checkout', '--quiet', '-b', 'other')
    put('README.md', 'two\n')
    git('commit', '--quiet', '-am', 'Two')
    git('checkout', '--quiet', 'main')
    put('README.md', 'three\n')
    git('commit', '--quiet', '-am', 'Three')
    expect(() => git('merge', 'other')).toThrow()
    expect(await refusal()).toBe('git-underway')
    git('merge', '--abort')
    expect(() => git('rebase', 'other')).toThrow()
    expect(await repositoryState(repository)).toMatchObject({ value: { underway: 'rebase' } })
    expect(await refusal()).toBe('git-underway')
  })

  it('no identity', async () => {
    git('config', 'user.useConfigOnly', 'true')
    git('config', 'user.name', '')
    expect(await refusal()).toBe('no-identity')
  })

  it('bare', async () => {
    git('clone', '--quiet', '--bare', '.', join(home, 'bare.git'))
    expect(await refusal(undefined, join(home, 'bare.git'))).toBe('bare-repository')
  })

  it('shallow is told and is no obstacle', async () => {
    put('README.md', 'two\n')
    git('commit', '--quiet', '-am', 'Two')
    git('clone', '--quiet', '--depth', '1', `file://${repository}`, join(home, 'shallow'))
    expect(await repositoryState(join(home, 'shallow'))).toMatchObject({
      ok: true,
      value: { shallow: true, remotes: ['origin'] },
    })
  })

  it('a missing remote', async () => {
    expect(await refusal({ paths: ['docs/a.md'], remote: 'origin' })).toBe('no-remote')
  })

  it('ignored and outside files', async () => {
    put('.gitignore', 'docs/\n')
    put('docs/a.md', 'x')
    expect(await refusal()).toBe('ignored-by-git')
    expect(await refusal({ paths: ['../elsewhere.md'] })).toBe('outside-repository')
  })

  it('branches that exist or are no names', async () => {
    expect(await refusal({ paths: ['a.md'], branch: 'main' })).toBe('branch-exists')
    for (const branch of ['', '-f', 'a..b', 'a b', 'x.lock', 'a\nb'])
      expect(await refusal({ paths: ['a.md'], branch }), branch).toBe('bad-branch')
    expect((await createBranch(repository, 'postmortem/one')).ok).toBe(true)
    expect(git('branch', '--show-current')).toBe('postmortem/one')
    expect(await createBranch(repository, 'main')).toMatchObject({ ok: false, refusal: { code: 'branch-exists' } })
  })

  it('a hook that fails: its words, no commit, the index as it was', async () => {
    put('.git/hooks/pre-commit', '#!/bin/sh\necho "the hook says \u001b[31mno" >&2\nexit 1\n', 0o755)
    put('README.md', 'staged\n')
    git('add', 'README.md')
    put('docs/a.md', 'x\n')
    const before = [git('rev-parse', 'HEAD'), git('status', '--porcelain=v1')]
    const result = await commitPaths(repository, ['docs/a.md'], 'Postmortem')
    expect(result).toMatchObject({ ok: false, refusal: { code: 'commit-refused' } })
    expect(result.ok ? '' : result.refusal.message).toContain('the hook says \\u{1b}[31mno')
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain=v1')]).toEqual(before)
    expect(existsSync(join(repository, 'docs/a.md'))).toBe(true)
  })

  it("the user's own hooks folder is used", async () => {
    git('config', 'core.hooksPath', 'my-hooks')
    put('my-hooks/commit-msg', '#!/bin/sh\necho "checked by hook" >> "$1"\n', 0o755)
    put('a.md', 'x\n')
    expect((await commitPaths(repository, ['a.md'], 'Postmortem')).ok).toBe(true)
    expect(git('log', '-1', '--format=%B')).toContain('checked by hook')
  })
})
