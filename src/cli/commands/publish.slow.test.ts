import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, RECORD, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(async () => {
  repository = new SampleRepository()
  await repository.signed()
})
afterEach(() => repository.remove())

const INDEX = 'docs/postmortems/index.md'
const publish = ['publish', DOCUMENT]
const CONTENT = 'Postmortem INC-2026-11-23-001: Orders fail at checkout after a deploy'
const contentCommit = () => repository.git('log', '--format=%H', `--grep=^${CONTENT}`)

/** Refused, with these words, and nothing changed: no file, no commit, nothing staged. */
async function refused(words: string, code: number, ...argv: string[]) {
  const state = () => [
    repository.files(),
    repository.git('log', '--format=%H %D'),
    repository.git('status', '--porcelain'),
  ]
  const before = state()
  const ran = await repository.run(...(argv.length > 0 ? argv : publish))
  expect(ran).toMatchObject({ code, out: '' })
  expect(ran.err).toContain(words)
  expect(ran.err).not.toContain('something broke')
  expect(state()).toEqual(before)
}

describe('publish to git', () => {
  it('makes two commits: the content with the index, then the receipt that names the first', async () => {
    const out = await repository.done(...publish)
    expect(repository.log()).toEqual([
      expect.stringMatching(/^Receipt of INC-2026-11-23-001: published in [0-9a-f]{12}$/),
      CONTENT,
      'First',
    ])
    const first = contentCommit()
    expect(out).toContain(`content ${first.slice(0, 12)}, receipt `)
    expect(repository.log()[0]).toContain(first.slice(0, 12))
    expect(repository.git('show', '--stat=200', '--format=', first)).toMatch(/index\.md/)
    expect(repository.read(DOCUMENT)).toContain(
      `- [x] Linked in the wiki / \`docs/postmortems/\`.\n  - Receipt (git, 2026-11-24): ${first}\n`,
    )
    expect(repository.read(RECORD)).toContain(`"reference":"${first}"`)
    expect(repository.read(INDEX)).toContain(
      '| 2026-11-23 | [INC-2026-11-23-001](INC-2026-11-23-001.md) | Orders fail at checkout after a deploy | P1 | published | 4 |',
    )
    expect(repository.git('status', '--porcelain')).toBe('')
    expect((await repository.run('check', DOCUMENT, '--gate', 'publish')).code).toBe(0)
  })

  it('makes an index that check does not take for a postmortem', async () => {
    await repository.done(...publish)
    const checked = async (...paths: string[]) =>
      JSON.parse(await repository.done('check', ...paths, '--format', 'json')).files.map(
        ({ file }: { file: string }) => file,
      )
    expect(await checked('docs')).toEqual([DOCUMENT])
    expect(await checked('docs', INDEX)).toEqual([DOCUMENT, INDEX])
  })

  it('twice changes nothing', async () => {
    await repository.done(...publish)
    const before = [repository.files(), repository.log()]
    repository.now += 86_400_000
    expect(await repository.done(...publish)).toMatch(/is published in [0-9a-f]{12} already; nothing changed\.\n$/)
    expect(await repository.json(...publish)).toMatchObject({ changed: false, receiptCommit: null })
    expect([repository.files(), repository.log()]).toEqual(before)
  })

  it('tells programs the same on one line', async () => {
    const told = await repository.json(...publish)
    expect(told).toMatchObject({
      id: 'INC-2026-11-23-001',
      file: DOCUMENT,
      index: INDEX,
      commit: contentCommit(),
      receiptCommit: repository.git('rev-parse', 'HEAD'),
      branch: 'main',
      changed: true,
    })
  })

  it('commits what was done since, and says so', async () => {
    await repository.done(...publish)
    await repository.done('item', DOCUMENT, 'A1', '--to', 'in-progress')
    expect(await repository.done(...publish)).toContain('; what was done since is in ')
    expect(repository.log()[0]).toBe('Record of INC-2026-11-23-001: what was done since it was published')
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('publishes a draft from elsewhere into the docs folder', async () => {
    for (const name of [DOCUMENT, RECORD])
      repository.write(name.replace('docs/postmortems', 'drafts'), repository.read(name))
    rmSync(repository.path('docs'), { recursive: true })
    const draft = DOCUMENT.replace('docs/postmortems', 'drafts')
    await repository.done('publish', draft)
    expect(repository.has(DOCUMENT)).toBe(true)
    expect(repository.git('status', '--porcelain')).toBe('?? drafts/')
    expect(await repository.done('publish', draft)).toContain('nothing changed')
  })

  it('keeps the bytes of a document in another encoding', async () => {
    const text = `\ufeff${repository.read(DOCUMENT).replaceAll('\n', '\r\n')}`
    repository.write(DOCUMENT, Buffer.from(text, 'utf16le'))
    await repository.done(...publish)
    const first = execFileSync('git', ['show', `${contentCommit()}:${DOCUMENT}`], { cwd: repository.root })
    expect(first.toString('utf16le')).toBe(text)
  })

  it('leaves what else is changed, staged or new as it is', async () => {
    repository.write('README.md', '# Changed\n')
    repository.write('staged.txt', 'staged\n')
    repository.git('add', 'staged.txt')
    await repository.done(...publish)
    expect(repository.git('status', '--porcelain')).toBe(' M README.md\nA  staged.txt')
  })

  it('goes onto a new branch, and twice changes nothing there either', async () => {
    const out = await repository.done(...publish, '--branch', 'postmortem-checkout')
    expect(out).toContain(', on postmortem-checkout.')
    expect(repository.git('log', '--format=%s', 'main')).toBe('First')
    expect(repository.git('branch', '--show-current')).toBe('postmortem-checkout')
    expect(await repository.done(...publish, '--branch', 'postmortem-checkout')).toContain('nothing changed')
    await refused('There is a branch named main already', 4, ...publish, '--branch', 'main')
    await refused('does not take -x', 4, ...publish, '--branch=-x')
  })
})

describe('publish refuses, and touches nothing', () => {
  it('what nobody signed', async () => {
    repository.finished()
    rmSync(repository.path(RECORD))
    await refused('must be signed before it is published', 4)
  })

  it('what only one role signed', async () => {
    await repository.done('withdraw', DOCUMENT, '--reason', 'x')
    await refused('Incident Commander: signature withdrawn', 4)
  })

  it('what changed since it was signed', async () => {
    repository.edit(DOCUMENT, '12 % of the orders', '11 % of the orders')
    await refused('signature void', 4)
  })

  it('what is restricted, or may be', async () => {
    repository.finished()
    rmSync(repository.path(RECORD))
    repository.edit(DOCUMENT, '- **Severity:**', '- **Visibility:** restricted\n- **Severity:**')
    await repository.done('sign', DOCUMENT, '--by', 'Ada Example')
    await repository.done('sign', DOCUMENT, '--role', 'Platform Lead', '--by', 'Di Specimen')
    await refused('The postmortem is restricted', 4)
    await refused('The postmortem is restricted', 4, ...publish, '--all-hands', '2026-12-03')
    await refused(
      'The postmortem is restricted',
      4,
      ...publish,
      '--held',
      '2026-11-24',
      '--link',
      'https://wiki.example.com/x',
    )
    repository.edit(DOCUMENT, '**Visibility:** restricted', '**Visibility:** board only')
    await refused('Expected internal or restricted', 4)
  })

  it('F22 a folder that is no repository', async () => {
    rmSync(repository.path('.git'), { recursive: true })
    const before = repository.files()
    const ran = await repository.run(...publish, '--by', 'Ada Example')
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('git finds no repository here')
    expect(repository.files()).toEqual(before)
  })

  it('F22 a detached head, unless a branch is named', async () => {
    repository.git('checkout', '--quiet', '--detach')
    await refused('No branch is checked out', 4)
    await repository.done(...publish, '--branch', 'here')
  })

  it('F22 a repository that does not know who commits', async () => {
    repository.git('config', 'user.email', '')
    repository.git('config', 'user.useConfigOnly', 'true')
    repository.git('config', 'user.name', '')
    await refused('git does not know who commits', 4, ...publish, '--by', 'Ada Example')
    await refused('Give --by NAME', 2)
  })

  it('F22 a merge that is half done', async () => {
    repository.git('checkout', '--quiet', '-b', 'other')
    repository.write('README.md', '# Other\n')
    repository.git('commit', '--quiet', '-am', 'Other')
    repository.git('checkout', '--quiet', 'main')
    repository.write('README.md', '# Mine\n')
    repository.git('commit', '--quiet', '-am', 'Mine')
    expect(() => repository.git('merge', 'other')).toThrow()
    await refused('A merge is half done here', 4)
  })

  it('F22 an index page with changes of somebody else', async () => {
    repository.write(INDEX, '# Ours\n')
    await refused('The index page carries changes that are not committed', 4)
    repository.git('add', INDEX)
    repository.git('commit', '--quiet', '-m', 'Index')
    await repository.done(...publish)
    expect(repository.read(INDEX)).toContain('# Ours\n')
    expect(repository.read(INDEX)).toContain('INC-2026-11-23-001')
  })

  it('F22 a folder that git ignores', async () => {
    repository.write('.gitignore', 'docs/\n')
    await refused('git ignores', 4)
  })

  it('another text of the same incident', async () => {
    repository.write('other/INC-2026-11-23-001.md', repository.read(DOCUMENT).replaceAll('Bo Sample', 'Cy Placeholder'))
    const other = 'other/INC-2026-11-23-001.md'
    await repository.done('sign', other, '--by', 'Ada Example')
    await repository.done('sign', other, '--role', 'Platform Lead', '--by', 'Di Specimen')
    await refused('There is another text of this incident', 4, 'publish', other)
  })

  it('a document without an incident id', async () => {
    repository.edit(DOCUMENT, '- **Incident ID:** INC-2026-11-23-001\n', '')
    await refused('The metadata names no incident id', 4)
  })
})

describe('publish that is interrupted', () => {
  it('F22 a hook that refuses the first commit: no commit, and running again finishes', async () => {
    repository.hook('pre-commit', 'echo "the hook says no" >&2; exit 1')
    const ran = await repository.run(...publish)
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('the hook says no')
    expect(repository.log()).toEqual(['First'])
    expect(repository.git('diff', '--cached', '--name-only')).toBe('')
    rmSync(repository.path('.git/hooks/pre-commit'))
    await repository.done(...publish)
    expect(repository.log()).toHaveLength(3)
  })

  it('F21 killed between the two commits: running again makes the second, and only that', async () => {
    // As if it ended right after the first commit: the content is in, no receipt anywhere.
    const copy = repository.files()
    await repository.done(...publish)
    const first = contentCommit()
    repository.git('reset', '--quiet', '--hard', first)
    expect(repository.read(RECORD)).toBe(copy[RECORD])
    const told = await repository.json(...publish)
    expect(told).toMatchObject({ commit: first, changed: true, fresh: true })
    expect(repository.log()).toEqual([expect.stringContaining(`published in ${first.slice(0, 12)}`), CONTENT, 'First'])
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(await repository.done(...publish)).toContain('nothing changed')
  })

  it('F21 a hook that refuses the second commit: running again makes it, with one receipt', async () => {
    repository.hook('commit-msg', 'if grep -q "^Receipt" "$1"; then echo "not today" >&2; exit 1; fi')
    const ran = await repository.run(...publish)
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('not today')
    expect(repository.log()).toEqual([CONTENT, 'First'])
    rmSync(repository.path('.git/hooks/commit-msg'))
    const first = contentCommit()
    expect(await repository.json(...publish)).toMatchObject({ commit: first, changed: true, fresh: true })
    expect(repository.log()[0]).toBe(`Receipt of INC-2026-11-23-001: published in ${first.slice(0, 12)}`)
    expect(repository.read(RECORD).match(/"verb":"receipt"/g)).toHaveLength(1)
    expect(repository.read(DOCUMENT).match(/Receipt \(git/g)).toHaveLength(1)
    expect(repository.git('status', '--porcelain')).toBe('')
  })
})

describe('publish to the all-hands', () => {
  it('plans it, attests it after that day, and ticks its box; each twice is a no-op', async () => {
    const plan = [...publish, '--all-hands', '2026-12-03']
    expect(await repository.done(...plan)).toContain('is on the agenda of the all-hands of 2026-12-03.\n')
    const planned = repository.files()
    expect(await repository.done(...plan)).toContain('stands on the agenda already of the all-hands of 2026-12-03.\n')
    expect(repository.files()).toEqual(planned)
    const held = [...publish, '--held', '2026-12-03', '--link', 'https://wiki.example.com/all-hands']
    await refused('The all-hands is on 2026-12-03, and today is 2026-11-24', 4, ...held)
    repository.now = Date.UTC(2026, 11, 4)
    expect(await repository.json(...held)).toEqual({
      file: DOCUMENT,
      held: '2026-12-03',
      by: 'Ada Example',
      changed: true,
    })
    expect(repository.read(DOCUMENT)).toMatch(/^- \[x\] Discussed in the next platform all-hands\.\n {2}- Receipt/m)
    const attested = repository.files()
    expect(await repository.done(...held)).toBe('That is attested already.\n')
    expect(repository.files()).toEqual(attested)
    expect((await repository.run('verify', DOCUMENT)).code).toBe(0)
  })

  it.each([
    ['both at once', ['--all-hands', '2026-12-03', '--held', '2026-12-03', '--link', 'x'], 'not both'],
    ['an attestation without a link', ['--held', '2026-11-24'], 'Give --link'],
    ['a link without an attestation', ['--link', 'https://wiki.example.com'], '--link belongs to --held'],
    ['a branch for a meeting', ['--all-hands', '2026-12-03', '--branch', 'x'], 'not both'],
    ['a day that is none', ['--all-hands', 'thursday'], '--all-hands: "thursday" is no day'],
  ])('refuses %s', async (_, argv, words) => {
    await refused(words, 2, ...publish, ...argv)
  })

  it('refuses a day that has passed', async () => {
    await refused('2026-11-20 has passed', 4, ...publish, '--all-hands', '2026-11-20')
  })
})
