import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, RECORD, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
})
afterEach(() => repository.remove())

const NEXT = 'INC-2026-11-23-002'
const next = (name: string) => name.replace('INC-2026-11-23-001', NEXT)
const EVIDENCE = DOCUMENT.replace('.md', '.evidence.jsonl')

describe('renumber', () => {
  it('gives the next free id to text and files, and keeps both in the record', async () => {
    await repository.done('new', ...repository.evidence('notes.txt'))
    await repository.done('item', DOCUMENT, 'A1', '--to', 'in-progress')
    repository.edit(DOCUMENT, '## Lessons', 'See INC-2026-11-23-001#A1, not INC-2026-11-23-0017.\n\n## Lessons')
    expect(await repository.done('renumber', DOCUMENT)).toBe(`INC-2026-11-23-001 is now ${NEXT}: ${next(DOCUMENT)}\n`)
    for (const name of [DOCUMENT, RECORD, EVIDENCE])
      expect([repository.has(name), repository.has(next(name))]).toEqual([false, true])
    const text = repository.read(next(DOCUMENT))
    expect(text).toContain(`- **Incident ID:** ${NEXT}\n`)
    expect(text).toContain(`See ${NEXT}#A1, not INC-2026-11-23-0017.`)
    const entries = repository
      .read(next(RECORD))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(entries.at(-1)).toMatchObject({ verb: 'renumbered', data: { from: 'INC-2026-11-23-001', to: NEXT } })
    const told = await repository.json('verify', next(DOCUMENT))
    expect(told).toMatchObject({ chainHolds: true })
    expect(await repository.json('item', next(DOCUMENT), 'A1')).toMatchObject({
      ref: `${NEXT}#A1`,
      status: 'in progress',
    })
  })

  it('mends two incidents that were given the same id on two branches', async () => {
    repository.finished()
    repository.write('docs/postmortems/other.md', repository.read(DOCUMENT))
    repository.write(`docs/postmortems/${NEXT}.md`, '# Postmortem\n')
    expect(await repository.json('renumber', 'docs/postmortems/other.md')).toEqual({
      from: 'INC-2026-11-23-001',
      to: 'INC-2026-11-23-003',
      file: 'docs/postmortems/other.md',
    })
    expect(repository.read('docs/postmortems/other.md')).toContain('INC-2026-11-23-003')
    expect(repository.read(DOCUMENT)).not.toContain('INC-2026-11-23-003')
  })

  it.each([
    [
      'once signed',
      async () => repository.signed(),
      'INC-2026-11-23-001 was signed, and a signed postmortem keeps its id',
    ],
    [
      'signed and withdrawn',
      async () => {
        await repository.signed()
        await repository.done('withdraw', DOCUMENT, '--reason', 'x')
        await repository.done('withdraw', DOCUMENT, '--role', 'Platform Lead', '--name', 'Di Specimen', '--reason', 'x')
      },
      'was signed',
    ],
    [
      'without an id',
      async () => {
        repository.finished()
        repository.edit(DOCUMENT, '- **Incident ID:** INC-2026-11-23-001\n', '')
      },
      'The metadata names no incident id',
    ],
  ])('refuses %s, says so, and changes nothing', async (_, prepare, words) => {
    await prepare()
    const before = repository.files()
    const ran = await repository.run('renumber', DOCUMENT)
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain(words)
    expect(repository.files()).toEqual(before)
  })

  it('says which file cannot be read', async () => {
    expect(await repository.run('renumber', 'none.md')).toMatchObject({ code: 3, out: '' })
  })
})
