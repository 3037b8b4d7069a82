import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
})
afterEach(() => repository.remove())

const A1 = ['item', DOCUMENT, 'A1']

describe('actions', () => {
  it('lists items, what is late first, with the closure rate of the quarter', async () => {
    await repository.signed()
    repository.now = Date.UTC(2026, 11, 5, 12)
    const out = await repository.done('actions')
    expect(out.match(/^INC\S+/gm)).toEqual(['A1', 'A2', 'A3', 'A4'].map((id) => `INC-2026-11-23-001#${id}`))
    expect(out).toContain('INC-2026-11-23-001#A1  open  due 2026-12-04, 1 day late\n    Add the alert')
    expect(out).toContain('2026-Q4 as of 2026-12-05: 0 % closed (0 of 3), 0 % verified; target more than 80 %.\n')
  })

  it('counts what the record proves, and shows the rest as a claim', async () => {
    await repository.signed()
    await repository.done(...A1, '--to', 'done', '--proof', 'https://github.com/shop-example/alerts/pull/77')
    repository.edit(DOCUMENT, '| 2026-12-18 | open |', '| 2026-12-18 | done |')
    const out = await repository.done('actions')
    expect(out).toContain('INC-2026-11-23-001#A3  open (claims done)  due 2026-12-18')
    expect(out).toContain('33.3 % closed (1 of 3), 0 % verified')
  })

  it('keeps an item in the quarter of its first due date', async () => {
    await repository.signed()
    await repository.done(...A1, '--due', '2027-02-01', '--reason', 'Parts are late')
    expect(await repository.done('actions', '--quarter', '2026-Q4')).toContain('A1  open  due 2027-02-01')
    expect(await repository.done('actions', '--quarter', 'q1 2027')).not.toContain('#A1')
  })

  it('narrows to what is open, late, or of a quarter', async () => {
    await repository.signed()
    await repository.done(...A1, '--to', 'done', '--proof', 'https://github.com/shop-example/alerts/pull/77')
    expect((await repository.done('actions', '--open')).match(/#A\d/g)).toEqual(['#A2', '#A3', '#A4'])
    repository.now = Date.UTC(2026, 11, 5)
    expect((await repository.done('actions', '--overdue')).match(/#A\d/g)).toEqual(['#A2'])
    expect((await repository.done('actions', '--quarter', '2027-Q1')).match(/#A\d/g)).toEqual(['#A4'])
    repository.now = Date.UTC(2026, 10, 24)
    expect(await repository.done('actions', '--overdue')).toContain('Nothing is late.\n')
    expect(await repository.done('actions', '--quarter', '2025-Q1')).toContain(
      'No action item was first due in 2025-Q1.\n',
    )
  })

  it('tells programs the same on one line', async () => {
    await repository.signed()
    repository.now = Date.UTC(2026, 11, 6)
    const told = await repository.json('actions', '--overdue')
    expect(told).toMatchObject({
      asOf: '2026-12-06',
      items: [
        { file: DOCUMENT, id: 'A1', status: 'open', overdueDays: 2 },
        { id: 'A2', overdueDays: 2 },
      ],
      closure: { quarter: '2026-Q4', total: 3, closed: 0, rate: 0, target: 0.8 },
    })
  })

  it('says what to do where there is nothing yet', async () => {
    expect(await repository.run('actions')).toEqual({
      code: 3,
      out: '',
      err: 'nevertwice: docs/postmortems: There is no folder for postmortems yet. Make it with `nevertwice init`, or name documents or folders.\n',
    })
    await repository.done('init', '--yes')
    expect(await repository.done('actions')).toContain('There are no action items yet.')
    expect(await repository.done('actions')).toContain('no item was first due in it')
    expect(await repository.json('actions')).toMatchObject({ items: [], closure: { rate: null } })
  })

  it('leaves restricted ones out of lists and figures, and does not hint at them', async () => {
    await repository.signed()
    const before = await repository.json('actions')
    const secret = repository.read(DOCUMENT).replaceAll('INC-2026-11-23-001', 'INC-2026-11-23-x7q')
    for (const words of ['restricted', 'Restricted (legal)', 'board only']) {
      repository.write(
        'docs/postmortems/secret.md',
        secret.replace('- **Severity:**', `- **Visibility:** ${words}\n- **Severity:**`),
      )
      expect(await repository.json('actions')).toEqual(before)
    }
  })

  it('refuses a quarter that is none, and names what it cannot read', async () => {
    await repository.signed()
    expect(await repository.run('actions', '--quarter', '2026-Q5')).toMatchObject({
      code: 2,
      err: 'nevertwice: "2026-Q5" is no quarter. Expected one such as 2026-Q4.\n',
    })
    for (const command of ['actions', 'report'])
      expect(await repository.run(command, 'none.md')).toEqual({
        code: 3,
        out: '',
        err: 'nevertwice: none.md: There is no such file or folder. Check the path.\n',
      })
    repository.write('docs/postmortems/latin.md', new Uint8Array([0x23, 0x20, 0xe4, 0x0a]))
    const { code, out, err } = await repository.run('actions')
    expect(code).toBe(3)
    expect(out).toContain('#A1')
    expect(err).toContain('docs/postmortems/latin.md: ')
  })
})
