import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
  repository.finished()
})
afterEach(() => repository.remove())

const ada = ['sign', DOCUMENT, '--by', 'Ada Example']
const di = ['sign', DOCUMENT, '--role', 'Platform Lead', '--by', 'Di Specimen']

describe('sign', () => {
  it('signs with an SSH key besides, which anybody can verify', async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', repository.path('key')])
    await repository.done(...ada, '--key', 'key')
    await repository.done(...di)
    const { signatures, good } = await repository.json('verify', DOCUMENT)
    expect(good).toBe(true)
    expect(signatures[0].ssh).toMatchObject({ good: true })
    const [type, key] = repository.read('key.pub').split(' ')
    repository.write('signers', `Ada@example ${type} ${key}\n`)
    expect((await repository.run('verify', DOCUMENT, '--allowed-signers', 'signers')).code).toBe(1)
    repository.write('signers', `"Ada Example" ${type} ${key}\n`)
    const missing = await repository.run(...ada, '--key', 'none')
    expect(missing.code).toBe(4)
  })
})
