import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, RECORD, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
  repository.finished()
})
afterEach(() => repository.remove())

const ada = ['sign', DOCUMENT, '--by', 'Ada Example']
const di = ['sign', DOCUMENT, '--role', 'Platform Lead', '--by', 'Di Specimen']
const row = (role: string) =>
  repository
    .read(DOCUMENT)
    .split('\n')
    .find((line) => line.startsWith(`| ${role} `))

describe('sign', () => {
  it('writes the row and the record, and says who is still to sign', async () => {
    expect(await repository.done(...ada)).toMatch(
      /^Ada Example signed docs\/\S+\.md as Incident Commander on 2026-11-24\.\nDigest [0-9a-f]{64}\nStill to sign: Platform Lead\.\n$/,
    )
    expect(await repository.done(...di)).toContain('Every required role has signed.\n')
    expect(row('Incident Commander')).toMatch(/^\| Incident Commander \| Ada Example \| 2026-11-24 \| [0-9a-f]{16} \|$/)
    const signed = repository
      .read(RECORD)
      .split('\n')
      .filter((line) => line.includes('"verb":"signed"'))
    expect(signed).toHaveLength(2)
    expect(JSON.parse(signed[1]!)).toMatchObject({ actor: 'Di Specimen', at: '2026-11-24T10:00:00Z' })
  })

  it('tells programs the same on one line', async () => {
    expect(await repository.json(...ada)).toMatchObject({
      file: DOCUMENT,
      role: 'Incident Commander',
      name: 'Ada Example',
      date: '2026-11-24',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      missing: ['Platform Lead'],
      warnings: [],
    })
  })

  it('signs as the person that git knows', async () => {
    expect(await repository.done('sign', DOCUMENT)).toContain('Ada Example signed')
  })

  it('warns where one person signs both', async () => {
    repository.edit(DOCUMENT, '| Platform Lead | Di Specimen |', '| Platform Lead | \\<name\\> |')
    await repository.done(...ada)
    const out = await repository.done('sign', DOCUMENT, '--role', 'Platform Lead', '--by', 'Ada Example')
    expect(out).toContain('Two people are expected; ask somebody else to sign one of them.\n')
  })

  it('records a delegate as one', async () => {
    const out = await repository.done('sign', DOCUMENT, '--for', 'Ada Example', '--by', 'Bo Sample')
    expect(out).toContain('Bo Sample signed')
    expect(row('Incident Commander')).toContain('| Bo Sample (for Ada Example) |')
    expect(repository.read(RECORD)).toContain('"delegateFor":"Ada Example"')
  })

  it('takes the digest that was shown, whole or by its first 16 digits, and no other', async () => {
    const { digest } = await repository.json('verify', DOCUMENT)
    const wrong = await repository.run(...ada, '--digest', 'f'.repeat(64))
    expect(wrong).toMatchObject({ code: 4, out: '' })
    expect(wrong.err).toContain('The text changed since it was shown')
    await repository.done(...ada, '--digest', digest.slice(0, 16).toUpperCase())
    await repository.done(...di, '--digest', digest)
  })

  it('follows the rules of the team, as check does', async () => {
    repository.edit(DOCUMENT, '| Bo Sample | CHK-101 |', '| | CHK-101 |')
    expect((await repository.run('check', DOCUMENT, '--gate', 'sign')).code).toBe(1)
    const refused = await repository.run(...ada)
    expect(refused).toMatchObject({ code: 4, out: '' })
    expect(refused.err).toContain('Signing needs one finding to be mended first. item-owner: ')
    expect(refused.err).toContain(`\`nevertwice check ${DOCUMENT} --gate sign\``)
    repository.write('nevertwice.yaml', 'checks:\n  rules:\n    item-owner: warning\n')
    expect((await repository.run('check', DOCUMENT, '--gate', 'sign')).code).toBe(0)
    await repository.done(...ada)
  })

  it('asks for the roles that the settings name', async () => {
    repository.write('nevertwice.yaml', 'policy:\n  extraSignatures:\n    P1: [CTO]\n')
    const row = '| Platform Lead | Di Specimen | YYYY-MM-DD |'
    repository.edit(DOCUMENT, row, `${row}\n| CTO | Ed Sample | YYYY-MM-DD |`)
    expect(await repository.done(...ada)).toContain('Still to sign: Platform Lead, CTO.\n')
  })

  it.each([
    [
      'a draft that is not finished',
      4,
      'no-placeholders',
      () => repository.edit(DOCUMENT, 'north-example', '\\<list\\>'),
    ],
    ['somebody else than the commander', 4, 'names Ada Example as incident commander', () => {}, ['--by', 'Bo Sample']],
    ['a file that is not there', 3, 'none.md', () => {}, [], 'none.md'],
    ['nobody', 2, 'Give --by NAME', () => repository.git('config', 'user.name', ' ')],
    ['a key that is not there', 4, 'ssh-keygen could not sign with ', () => {}, ['--key', 'none']],
  ])('refuses %s, says so, and changes nothing', async (_, code, words, prepare, argv = [], file = DOCUMENT) => {
    prepare()
    const before = repository.files()
    const ran = await repository.run('sign', file, ...argv)
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toContain(words)
    expect(repository.files()).toEqual(before)
  })

  it('twice is refused, and changes nothing', async () => {
    await repository.done(...ada)
    const before = repository.files()
    const ran = await repository.run(...ada)
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('has signed as Incident Commander already, and the signature holds')
    expect(repository.files()).toEqual(before)
  })

  it('F21 killed before the record was written, and run again, it finishes', async () => {
    await repository.done(...ada)
    const record = repository.read(RECORD)
    await repository.done(...di)
    const after = repository.files()
    repository.write(RECORD, record)
    expect((await repository.run('verify', DOCUMENT)).out).toContain('the text names Di Specimen, the record does not')
    await repository.done(...di)
    expect(repository.files()).toEqual(after)
  })

  it('does not write onto a record that is cut off', async () => {
    await repository.done(...ada)
    repository.write(RECORD, repository.read(RECORD).slice(0, -20))
    const before = repository.files()
    const ran = await repository.run(...di)
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('is cut off or unreadable')
    expect(repository.files()).toEqual(before)
  })
})
