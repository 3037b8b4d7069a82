import { mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
})
afterEach(() => repository.remove())

const EVIDENCE = DOCUMENT.replace('.md', '.evidence.jsonl')
const FIVE = ['pagerduty.json', 'slack.json', 'alertmanager.json', 'github.json', 'notes.txt']

describe('new', () => {
  it('writes a draft from five sources, and says what each told and what was left out', async () => {
    const { code, out, err } = await repository.run('new', ...repository.evidence(...FIVE))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('slack.json: Slack (channel, thread or export), 9 facts\n')
    expect(out).toContain('1 secret was masked; it is stored nowhere.\n')
    expect(out).toMatch(/Left out:\n {2}\d {2}questions and discussion\n {2}3 {2}joins/)
    expect(out).toContain(`INC-2026-11-23-001: 25 timeline entries in ${DOCUMENT}\n`)
    expect(out).toContain(`\`nevertwice check ${DOCUMENT}\``)
    const text = repository.read(DOCUMENT)
    expect(text).toContain('- **Duration:** 14:00 start - 14:26 end\n')
    expect(text).toContain('- **Severity:** P1\n')
    expect(text).toContain('- **On-call secondary:** Bo Sample\n')
    expect(text).toContain('- **Incident commander:** Ada Example\n')
    expect(text).toContain('- **Recorder:** Cy Placeholder\n')
    expect(text).toContain('Payments team paged; 1.3 engineer-hours in total')
    expect(text).toContain('[Runbook: checkout errors](https://wiki.example.com/runbooks/checkout-errors)')
  })

  it('F15 the same fact told by several systems is one entry with all links', async () => {
    await repository.done('new', ...repository.evidence(...FIVE))
    const rows = repository.read(DOCUMENT).match(/^\| 14:.*HighErrorRate firing.*$/gm)
    expect(rows).toHaveLength(1)
    expect(rows![0]).toMatch(/\[Alertmanager\].*\[PagerDuty\].*\[Slack\]/)
    expect(repository.read(DOCUMENT).match(/restarted the checkout-example pods/gi)).toHaveLength(1)
  })

  it('F18 a secret is nowhere in what is written', async () => {
    await repository.done('new', ...repository.evidence(...FIVE))
    for (const name of [DOCUMENT, EVIDENCE]) expect(repository.read(name)).not.toContain('opens-nothing')
    expect(repository.read(DOCUMENT)).toContain('token=masked')
  })

  it('tells programs the same on one line', async () => {
    const told = await repository.json('new', ...repository.evidence('notes.txt', 'github.json'))
    expect(told).toMatchObject({
      id: 'INC-2026-11-23-001',
      file: DOCUMENT,
      sources: [
        { file: 'evidence/notes.txt', facts: 6, problems: [] },
        { file: 'evidence/github.json', facts: 5 },
      ],
    })
    expect(told.rows).toBeGreaterThan(8)
  })

  it('takes the next free id of the day, and what the command line says over what the sources say', async () => {
    const notes = repository.evidence('notes.txt')
    await repository.done('new', ...notes)
    const out = await repository.done(
      'new',
      ...notes,
      '--severity',
      'P0',
      '--commander',
      'Bo Sample',
      '--title',
      'A | title',
    )
    expect(out).toContain('INC-2026-11-23-002')
    const text = repository.read('docs/postmortems/INC-2026-11-23-002.md')
    expect(text).toContain('# Postmortem — A | title\n')
    expect(text).toContain('- **Severity:** P0\n')
    expect(text).toContain('- **Incident commander:** Bo Sample\n')
  })

  it('says where the facts stand already, so that nobody makes the same draft twice unawares', async () => {
    const notes = repository.evidence('notes.txt')
    expect(await repository.done('new', ...notes)).not.toContain('already')
    expect(await repository.done('new', ...notes)).toContain(
      `6 of these facts are in ${DOCUMENT} already. If it is the same incident, remove this draft and use \`nevertwice add\`.\n`,
    )
  })

  it('is the blank format with an id where there is no evidence', async () => {
    expect(await repository.done('new', '--date', '2026-02-03')).toContain('INC-2026-02-03-001: 0 timeline entries')
    expect(repository.read('docs/postmortems/INC-2026-02-03-001.md')).toContain('| HH:MM |')
    expect(await repository.done('new')).toContain('INC-2026-11-24-001')
  })

  it('reads notes from standard input, in a zone, on a day', async () => {
    const argv = ['new', '-', '--date', '2026-11-23', '--zone', '+09:00', '--out', 'drafts/one.md']
    const { code } = await repository.runWith('23:03 error rate alert fired\n', ...argv)
    expect(code).toBe(0)
    expect(repository.read('drafts/one.md')).toContain('| 14:03 | error rate alert fired |')
  })

  it.each([
    ['a day that is none', ['--date', '2026-02-30'], 2, '--date: "2026-02-30" is no day. Expected YYYY-MM-DD.'],
    ['an id that is none', ['--id', 'INC-1'], 2, '"INC-1" is no incident id. Expected one such as INC-2026-11-23-001.'],
    ['an option that there is not', ['--sevrity', 'P1'], 2, "Unknown option '--sevrity'"],
    ['a file that is not there', ['evidence/none.json'], 3, 'nevertwice: evidence/none.json: There is no such file'],
    ['a file that cannot be read as JSON', ['cut.json'], 3, 'cut.json'],
    ['JSON of nobody we know', ['other.json'], 3, 'other.json'],
    ['a picture', ['picture.png'], 3, 'picture.png: The file is a PNG image'],
    ['a folder', ['evidence'], 3, 'nevertwice: evidence: This is a folder'],
    ['notes of no day', ['dayless.txt'], 3, 'The day is given with --date YYYY-MM-DD.'],
    ['notes without any time', ['empty.txt'], 3, 'empty.txt'],
    ['an archive that is none', ['broken.zip'], 3, 'broken.zip'],
    ['a zone that is none', ['evidence/notes.txt', '--zone', 'Mars/Base'], 3, 'Mars/Base'],
  ])('refuses %s, says so, and writes nothing', async (_, argv, code, words) => {
    repository.evidence('notes.txt')
    repository.write('cut.json', '{"incident": {"id": "P1",')
    repository.write('other.json', '{"weather": "fine"}')
    repository.write('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]))
    repository.write('empty.txt', '')
    repository.write('dayless.txt', '14:03 error rate alert fired\n')
    repository.write('broken.zip', 'PK nothing')
    const before = repository.files()
    const ran = await repository.run('new', ...argv)
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toMatch(/^nevertwice: /)
    expect(ran.err).toContain(words)
    expect(ran.err).not.toContain('something broke')
    expect(repository.files()).toEqual(before)
    expect(repository.has('docs')).toBe(false)
  })

  it('F13 uses what it can of a source, and names the place of what it cannot', async () => {
    const [file] = repository.evidence('alertmanager.json')
    const [firing] = JSON.parse(repository.read(file!))
    repository.write('alerts.json', JSON.stringify({ ...firing, alerts: [7, ...firing.alerts] }))
    const out = await repository.done('new', 'alerts.json')
    expect(out).toContain('alerts.json: Alertmanager (web hook payload, version 4), 1 fact\n  $.alerts[0]: ')
  })

  it('never writes over a file, nor leaves half a pair', async () => {
    const notes = repository.evidence('notes.txt')
    repository.write('draft.evidence.jsonl', 'mine\n')
    const ran = await repository.run('new', ...notes, '--out', 'draft.md')
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('draft.evidence.jsonl')
    expect(repository.has('draft.md')).toBe(false)
    expect(repository.read('draft.evidence.jsonl')).toBe('mine\n')
    await repository.done('new', ...notes, '--out', 'other.md')
    const text = repository.read('other.md')
    expect(await repository.run('new', ...notes, '--out', 'other.md')).toMatchObject({ code: 4 })
    expect(repository.read('other.md')).toBe(text)
  })

  it('refuses an id that is taken, and says what to do instead', async () => {
    await repository.done('new', '--date', '2026-11-23')
    const ran = await repository.run('new', '--id', 'INC-2026-11-23-001')
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('INC-2026-11-23-001 is taken already')
  })

  it('says so where the folder cannot be made', async () => {
    repository.write('docs', 'a file\n')
    const ran = await repository.run('new', '--date', '2026-11-23')
    expect(ran.code).toBe(4)
    expect(ran.err).not.toContain('something broke')
    mkdirSync(repository.path('elsewhere'))
    expect((await repository.run('new', '--date', '2026-11-23', '--out', 'elsewhere')).code).toBe(4)
  })
})
