import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
})
afterEach(() => repository.remove())

describe('report', () => {
  it('reviews the quarter: rate, what is late, incidents, durations, causes, lessons', async () => {
    await repository.signed()
    await repository.done('publish', DOCUMENT)
    await repository.done(
      'item',
      DOCUMENT,
      'A1',
      '--to',
      'done',
      '--proof',
      'https://ci.example.com/9',
      '--by',
      'Bo Sample',
    )
    await repository.done('item', DOCUMENT, 'A1', '--to', 'verified', '--by', 'Cy Placeholder')
    repository.now = Date.UTC(2026, 11, 5)
    const out = await repository.done('report', '--quarter', '2026-Q4')
    expect(out).toContain('# Review of 2026-Q4\n\nAs of 2026-12-05; the review is on 2027-01-14.\n')
    expect(out).toContain(
      '**Closure rate 33.3 %** (1 of 3 items first due in the quarter; target more than 80 %: not met).',
    )
    expect(out).toMatch(/## Late\n\n- INC-2026-11-23-001#A2 Add the step .*: not done \(2026-12-04, 1 day\)\n/)
    expect(out).toContain(
      '| 2026-11-23 | INC-2026-11-23-001 | Orders fail at checkout after a deploy | P1 | published |',
    )
    expect(out).toContain('| Mitigate (page to impact end) | 1 | 23 min | 23 min | 23 min | 23 min | 23 min |')
    expect(out).toMatch(/CF1, .* — cut by A1 \(verified\)\n/)
    expect(out).toContain(
      '- A load test with one replica says nothing about what the replicas share. (INC-2026-11-23-001)\n',
    )
  })

  it('shows no figure for a person', async () => {
    await repository.signed()
    const out = await repository.done('report', '--quarter', '2026-Q4')
    for (const name of ['Ada Example', 'Bo Sample', 'Cy Placeholder', 'Di Specimen']) expect(out).not.toContain(name)
  })

  it('stays as it was on the review day, whatever happens later', async () => {
    await repository.signed()
    repository.now = Date.UTC(2027, 0, 14, 12)
    const counted = (await repository.json('report', '--quarter', '2026-Q4')).closure
    repository.now = Date.UTC(2027, 1, 1)
    await repository.done('item', DOCUMENT, 'A1', '--to', 'done', '--proof', 'https://ci.example.com/9')
    expect((await repository.json('report', '--quarter', '2026-Q4')).closure).toEqual({ ...counted, final: true })
  })

  it('writes to a file, whole, and says where', async () => {
    await repository.signed()
    const printed = await repository.done('report', '--quarter', '2026-Q4')
    const out = await repository.done('report', '--quarter', '2026-Q4', '--out', 'review.md')
    expect(out).toBe('The review of 2026-Q4 is in review.md.\n')
    expect(repository.read('review.md')).toBe(printed)
    const ran = await repository.run('report', '--out', 'no/such/folder/review.md')
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('no/such/folder/review.md')
  })

  it('tells programs the same on one line', async () => {
    await repository.signed()
    expect(await repository.json('report')).toMatchObject({
      quarter: '2026-Q4',
      incidents: 1,
      target: 0.8,
      reviewDay: '2027-01-14',
      closure: { total: 3 },
      markdown: expect.stringContaining('# Review of 2026-Q4'),
    })
  })

  it('says so where there is nothing to review', async () => {
    await repository.done('init', '--yes')
    const out = await repository.done('report', '--quarter', '2020-Q1')
    expect(out).toContain('No action item was first due in this quarter.')
    expect(out).toContain('No incident began in this quarter.')
    expect(out).not.toContain('Every postmortem of the quarter is published.')
    expect(await repository.run('report', '--quarter', 'last')).toMatchObject({ code: 2, out: '' })
  })

  it('leaves restricted ones out, and does not hint at them', async () => {
    await repository.signed()
    const before = await repository.done('report')
    const secret = repository.read(DOCUMENT).replaceAll('INC-2026-11-23-001', 'INC-2026-11-23-x7q')
    for (const words of ['restricted', 'Restricted (legal)', 'board only']) {
      repository.write(
        'docs/postmortems/secret.md',
        secret.replace('- **Severity:**', `- **Visibility:** ${words}\n- **Severity:**`),
      )
      expect(await repository.done('report')).toBe(before)
    }
  })
})
