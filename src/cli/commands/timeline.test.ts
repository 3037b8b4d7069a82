import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runProgram } from '../program.ts'
import { recordedContext } from '../recorded-context.ts'
import { DOCUMENT, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(() => {
  repository = new SampleRepository()
})
afterEach(() => repository.remove())

describe('timeline', () => {
  it('shows entries in UTC with their kinds, then how long what took, and from which entries', async () => {
    repository.finished()
    const out = await repository.done('timeline', DOCUMENT)
    expect(out).toContain(
      '  5  2026-11-23T14:03:07Z  alert             Alert HighErrorRate firing on checkout-example\n',
    )
    expect(out).toContain('Time to acknowledge: 2 min, from entry 6 to 7\n')
    expect(out).toContain('Time to mitigate: 23 min, from entry ')
    expect(out).toMatch(/^Impact: 26 min, from entry 4 to \d+$/m)
  })

  it('fits a terminal, and is one entry a line elsewhere', async () => {
    repository.finished()
    const { context, out } = recordedContext(repository.root, '', { isTTY: true, width: 60 })
    expect(await runProgram(['timeline', DOCUMENT], () => context)).toBe(0)
    for (const line of out().split('\n')) expect(line.length).toBeLessThanOrEqual(66)
    expect(out()).toContain('Alert HighErrorRate\n                                             firing')
  })

  it('tells programs the same on one line', async () => {
    repository.finished()
    const { file, timeline, milestones, durations } = await repository.json('timeline', DOCUMENT)
    expect(file).toBe(DOCUMENT)
    expect(timeline[4]).toMatchObject({
      at: '2026-11-23T14:03:07Z',
      date: '2026-11-23',
      kind: 'alert',
      line: expect.any(Number),
    })
    const lines = repository.read(DOCUMENT).split('\n')
    expect(lines[timeline[4].line - 1]).toContain('14:03:07')
    expect(milestones[1]).toEqual({ name: 'first-signal', at: '2026-11-23T14:03:07Z', entry: 4, reason: null })
    expect(durations[0]).toMatchObject({ name: 'detect', milliseconds: 187_000, from: 3, to: 4 })
  })

  it('says what is missing where a duration is not known', async () => {
    repository.write('a.md', '# A\n\n## Timeline (UTC)\n\n- 2026-11-23 14:03 error rate alert fired\n')
    const out = await repository.done('timeline', 'a.md')
    expect(out).toContain('  1  2026-11-23T14:03:00Z  alert')
    expect(out).toContain('Time to acknowledge: not known. No entry says who was paged.\n')
  })

  it('says what to do where there is no timeline', async () => {
    repository.write('a.md', '# A\n')
    expect(await repository.done('timeline', 'a.md')).toContain('There is no timeline. Write rows of time and event')
    expect(await repository.json('timeline', 'a.md')).toMatchObject({ timeline: [] })
  })

  it('says which file cannot be read', async () => {
    expect(await repository.run('timeline', 'none.md')).toMatchObject({ code: 3, out: '' })
    expect((await repository.run('timeline', '.')).err).toContain('.: ')
  })
})
