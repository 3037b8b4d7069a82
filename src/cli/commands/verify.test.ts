import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, RECORD, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
})
afterEach(() => repository.remove())

describe('verify', () => {
  it('says that everything holds', async () => {
    await repository.signed()
    const { code, out, err } = await repository.run('verify', DOCUMENT)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Record {4}\d entries, one unbroken chain, head [0-9a-f]{16}$/m)
    expect(out).toContain('Required  Incident Commander: signed by Ada Example, and it holds\n')
    expect(out).toContain('All that is required holds.\n')
  })

  it('names the sections that changed since a signature was made', async () => {
    await repository.signed()
    repository.edit(DOCUMENT, '12 % of the orders', '11 % of the orders')
    repository.edit(DOCUMENT, '- A pool that is divided', '- Any pool that is divided')
    const { code, out } = await repository.run('verify', DOCUMENT)
    expect(code).toBe(1)
    expect(out).toContain('signed by Ada Example, void: changed since in summary, lessons\n')
    expect(out).toContain('Not everything that is required holds.\n')
    expect(await repository.json('verify', DOCUMENT)).toMatchObject({
      good: false,
      roles: [{ status: 'void', changedSections: ['summary', 'lessons'] }, { status: 'void' }],
    })
  })

  it('lets living parts live', async () => {
    await repository.signed()
    repository.edit(DOCUMENT, '| 2026-12-04 | open | detect |', '| 2026-12-04 | in progress | detect |')
    repository.edit(DOCUMENT, '| CHK-102 |', '| CHK-202 |')
    expect((await repository.run('verify', DOCUMENT)).code).toBe(0)
  })

  it('takes other line endings for the same text', async () => {
    await repository.signed()
    repository.write(DOCUMENT, `\ufeff${repository.read(DOCUMENT).replaceAll('\n', '\r\n')}`)
    expect((await repository.run('verify', DOCUMENT)).code).toBe(0)
  })

  it('shows a signature that only the text claims, and counts it as none', async () => {
    repository.finished()
    repository.edit(DOCUMENT, '| Ada Example | YYYY-MM-DD |', '| Ada Example | 2026-11-24 |')
    const { code, out } = await repository.run('verify', DOCUMENT)
    expect(code).toBe(1)
    expect(out).toContain('Incident Commander: the text names Ada Example, the record does not: unsigned\n')
    expect(out).toContain('Platform Lead: not signed\n')
  })

  it('finds a record in which a line was changed, taken out or added, and names the line', async () => {
    await repository.signed()
    const lines = repository.read(RECORD).split('\n')
    const tampered = [
      lines.with(0, lines[0]!.replace('Ada Example', 'Bo Sample')),
      lines.toSpliced(1, 1),
      [...lines.slice(0, -1), 'not an entry', ''],
    ]
    for (const record of tampered) {
      repository.write(RECORD, record.join('\n'))
      const { code, out } = await repository.run('verify', DOCUMENT)
      expect(code).toBe(1)
      expect(out).toContain('the chain does not hold')
      expect(out).toMatch(/^ {10}line \d: ./m)
    }
  })

  it('tells programs all of it on one line', async () => {
    await repository.signed()
    const told = await repository.json('verify', DOCUMENT)
    expect(told).toMatchObject({
      file: DOCUMENT,
      good: true,
      chainHolds: true,
      problems: [],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      claims: [],
      warnings: [],
    })
    expect(told.signatures).toHaveLength(2)
  })

  it('needs neither git nor settings', async () => {
    await repository.signed()
    repository.git('config', 'user.name', ' ')
    repository.write('outside.md', repository.read(DOCUMENT))
    repository.write('outside.record.jsonl', repository.read(RECORD))
    expect((await repository.run('verify', 'outside.md')).code).toBe(0)
  })

  it('says which file cannot be read', async () => {
    expect(await repository.run('verify', 'none.md')).toMatchObject({
      code: 3,
      out: '',
      err: 'nevertwice: none.md: There is no such file or folder. Check the path.\n',
    })
    await repository.signed()
    repository.write(RECORD, new Uint8Array([0xff, 0xfe, 0x00]))
    const { code, err } = await repository.run('verify', DOCUMENT)
    expect(code).toBe(3)
    expect(err).toContain('INC-2026-11-23-001.record.jsonl')
  })
})
