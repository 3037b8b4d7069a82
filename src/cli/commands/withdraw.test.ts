import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, RECORD, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(async () => {
  repository = new SampleRepository()
  await repository.signed()
})
afterEach(() => repository.remove())

const REASON = ['--reason', 'The trigger was another one']

describe('withdraw', () => {
  it('empties the row, keeps both in the record, and the role is unsigned again', async () => {
    const out = await repository.done('withdraw', DOCUMENT, ...REASON)
    expect(out).toBe(`The signature of Ada Example as Incident Commander on ${DOCUMENT} is withdrawn.\n`)
    expect(repository.read(DOCUMENT)).toMatch(/^\| Incident Commander \| Ada Example \| +\| +\|$/m)
    expect(repository.read(RECORD)).toContain('"verb":"withdrawn"')
    const { code, out: state } = await repository.run('verify', DOCUMENT)
    expect(code).toBe(1)
    expect(state).toContain('Incident Commander: withdrawn by Ada Example\n')
    expect(state).toContain('Platform Lead: signed by Di Specimen, and it holds\n')
    expect(await repository.done('sign', DOCUMENT)).toContain('Every required role has signed.')
  })

  it('tells programs the same on one line', async () => {
    const told = await repository.json(
      'withdraw',
      DOCUMENT,
      '--role',
      'platform lead',
      '--name',
      'Di Specimen',
      ...REASON,
    )
    expect(told).toMatchObject({ file: DOCUMENT, role: 'Platform Lead', name: 'Di Specimen' })
  })

  it.each([
    ['no reason', [], 4, 'only with a reason'],
    ['a signature that is not there', ['--name', 'Bo Sample', ...REASON], 4, 'holds no signature of Bo Sample'],
    ['a role that nobody signed as', ['--role', 'CTO', ...REASON], 4, 'holds no signature of Ada Example as CTO'],
  ])('refuses %s, says so, and changes nothing', async (_, argv, code, words) => {
    const before = repository.files()
    const ran = await repository.run('withdraw', DOCUMENT, ...argv)
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toContain(words)
    expect(repository.files()).toEqual(before)
  })

  it('refuses the second time', async () => {
    await repository.done('withdraw', DOCUMENT, ...REASON)
    expect((await repository.run('withdraw', DOCUMENT, ...REASON)).code).toBe(4)
  })
})
