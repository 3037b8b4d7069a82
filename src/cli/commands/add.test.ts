import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
})
afterEach(() => repository.remove())

const EVIDENCE = DOCUMENT.replace('.md', '.evidence.jsonl')
const FIRST = ['pagerduty.json', 'slack.json', 'alertmanager.json', 'github.json', 'notes.txt']
const MORE = ['statuspage.json', 'grafana.json']

/** A draft from five sources that a person has finished: reworded here, deleted there. */
async function finishedDraft() {
  await repository.done('new', ...repository.evidence(...FIRST))
  repository.finished()
}

describe('add', () => {
  it('puts new entries where they belong in time, joins what is told already, and keeps what a person wrote', async () => {
    await finishedDraft()
    const before = repository.read(DOCUMENT).split('\n')
    const out = await repository.done('add', DOCUMENT, ...repository.evidence(...MORE))
    expect(out).toContain('statuspage.json: Statuspage (incident JSON), 3 facts\n')
    expect(out).toContain(`${DOCUMENT}: 3 new timeline entries, 4 facts joined to entries that stood there`)
    const after = repository.read(DOCUMENT).split('\n')
    const added = after.filter((line) => !before.includes(line))
    expect(added.map((line) => line.slice(0, 35))).toEqual([
      '| 14:09 | Status page set to invest',
      '| 14:27 | Status page set to monito',
      '| 14:42 | Status page set to resolv',
    ])
    expect(after.filter((line) => !added.includes(line))).toEqual(before)
    const clocks = after.flatMap((line) => /^\| (\d\d:\d\d)/.exec(line)?.[1] ?? [])
    expect(clocks).toEqual([...clocks].sort())
  })

  it('F15 twice is a no-op, to the byte, also for other files of the same facts', async () => {
    await finishedDraft()
    const more = repository.evidence(...MORE)
    await repository.done('add', DOCUMENT, ...more)
    const before = repository.files()
    expect(await repository.done('add', DOCUMENT, ...more)).toContain(
      `${DOCUMENT}: nothing new; it was left as it is.\n`,
    )
    await repository.done('add', DOCUMENT, ...repository.evidence(...FIRST), ...more)
    expect(repository.files()).toEqual(before)
  })

  it('F21 killed before the evidence was written, and run again, it finishes without doubling anything', async () => {
    await finishedDraft()
    const before = repository.read(EVIDENCE)
    const more = repository.evidence(...MORE)
    await repository.done('add', DOCUMENT, ...more)
    const after = repository.files()
    repository.write(EVIDENCE, before)
    await repository.done('add', DOCUMENT, ...more)
    expect(repository.files()).toEqual(after)
  })

  it('what a person deleted stays deleted, and what a person reworded stays reworded', async () => {
    await finishedDraft()
    const out = await repository.done('add', DOCUMENT, ...repository.evidence(...FIRST, ...MORE))
    expect(out).toContain('2 facts put aside whose entries were deleted')
    const text = repository.read(DOCUMENT)
    expect(text).not.toContain('Incident resolved by')
    expect(text).not.toContain('confirmed in the running config')
    expect(text.match(/rolling back checkout-example/g)).toHaveLength(1)
    expect(repository.read(EVIDENCE).match(/"state":"dropped"/g)).toHaveLength(2)
  })

  it('says that secrets were masked', async () => {
    await repository.done('new', '--date', '2026-11-23')
    const out = await repository.done('add', DOCUMENT, ...repository.evidence('slack.json'))
    expect(out).toContain('1 secret was masked; it is stored nowhere.\n')
    expect(JSON.stringify(repository.files())).toContain('opens-nothing')
    expect(repository.read(EVIDENCE) + repository.read(DOCUMENT)).not.toContain('opens-nothing')
  })

  it('keeps the line endings of the document', async () => {
    await finishedDraft()
    repository.write(DOCUMENT, repository.read(DOCUMENT).replaceAll('\n', '\r\n'))
    await repository.done('add', DOCUMENT, ...repository.evidence(...MORE))
    expect(repository.read(DOCUMENT).replaceAll('\r\n', '')).not.toContain('\n')
    expect(repository.read(DOCUMENT)).toContain('| 14:09 | Status page')
  })

  it('takes the day of notes from the document, or from the command line', async () => {
    await finishedDraft()
    const { code } = await repository.runWith('14:44 support informed the tenants\n', 'add', DOCUMENT, '-')
    expect(code).toBe(0)
    expect(repository.read(DOCUMENT)).toContain('| 14:44 | support informed the tenants |')
    const next = ['add', DOCUMENT, '-', '--date', '2026-11-24']
    expect((await repository.runWith('01:10 order log archived\n', ...next)).code).toBe(0)
    expect(repository.read(DOCUMENT)).not.toContain('order log archived')
    expect(repository.read(EVIDENCE)).toContain('order log archived')
  })

  it('writes nothing with --dry-run, and says what it would do', async () => {
    await finishedDraft()
    const more = repository.evidence(...MORE)
    const before = repository.files()
    const out = await repository.done('add', DOCUMENT, ...more, '--dry-run')
    expect(out).toContain('3 new timeline entries')
    expect(out).toContain('Nothing was written (--dry-run).')
    expect(repository.files()).toEqual(before)
    expect(await repository.json('add', DOCUMENT, ...more, '--dry-run')).toMatchObject({
      rows: 3,
      joined: 4,
      changed: true,
    })
  })

  it('refuses to void signatures, and names whose', async () => {
    await repository.done('new', ...repository.evidence(...FIRST))
    await repository.signed()
    const more = repository.evidence(...MORE)
    const before = repository.files()
    const ran = await repository.run('add', DOCUMENT, ...more)
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toBe(
      `nevertwice: ${DOCUMENT}: 3 new entries would void the signatures of Ada Example, Di Specimen. Withdraw them first, or leave the entries out.\n`,
    )
    expect(repository.files()).toEqual(before)
  })

  it('keeps facts that only join entries beside a signed text', async () => {
    await repository.done('new', ...repository.evidence(...FIRST))
    await repository.signed()
    const text = repository.read(DOCUMENT)
    expect(await repository.done('add', DOCUMENT, ...repository.evidence('grafana.json'))).toContain('4 facts joined')
    expect(repository.read(DOCUMENT)).toBe(text)
    expect(repository.read(EVIDENCE)).toContain('grafana:301')
  })

  it.each([
    ['no evidence', [DOCUMENT], 2, "Missing required argument 'evidence'"],
    ['a day that is none', [DOCUMENT, 'evidence/grafana.json', '--date', 'monday'], 2, '--date: "monday" is no day'],
    ['a document that is not there', ['none.md', 'evidence/grafana.json'], 3, 'none.md: There is no such file'],
    ['evidence that is not there', [DOCUMENT, 'none.json'], 3, 'none.json'],
    ['evidence of which one file is cut off', [DOCUMENT, 'evidence/grafana.json', 'cut.json'], 3, 'cut.json'],
  ])('refuses %s, says so, and changes nothing', async (_, argv, code, words) => {
    await finishedDraft()
    repository.evidence(...MORE)
    repository.write('cut.json', '[{"id": 1,')
    const before = repository.files()
    const ran = await repository.run('add', ...argv)
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err.toLowerCase()).toContain(words.toLowerCase())
    expect(repository.files()).toEqual(before)
  })

  it('tells programs the same on one line', async () => {
    await finishedDraft()
    const told = await repository.json('add', DOCUMENT, ...repository.evidence(...MORE))
    expect(told).toMatchObject({ file: DOCUMENT, rows: 3, joined: 4, dropped: 2, changed: true })
    expect(await repository.json('add', DOCUMENT, ...repository.evidence(...MORE))).toMatchObject({
      rows: 0,
      joined: 0,
      changed: false,
    })
  })
})
