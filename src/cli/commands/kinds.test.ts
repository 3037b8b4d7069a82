import { describe, expect, it } from 'vitest'
import { recordedContext } from '../recorded-context.ts'
import { kinds } from './kinds.ts'

async function run(stdin: string, format: 'text' | 'json') {
  const recorded = recordedContext('/', stdin)
  const code = await kinds.run(recorded.context, [], { format })
  return { code, out: recorded.out() }
}

describe('kinds', () => {
  it('keeps order and blank lines, and ends with 0', async () => {
    const { code, out } = await run('Paged Ada Example\n\n  \r\nall clear declared', 'json')
    expect(code).toBe(0)
    const { events } = JSON.parse(out)
    expect(events.map((event: { text: string }) => event.text)).toEqual([
      'Paged Ada Example',
      '',
      '  ',
      'all clear declared',
    ])
    expect(events.map((event: { kind: string }) => event.kind)).toEqual(['paged', 'other', 'other', 'all-clear'])
    expect(out.endsWith('\n')).toBe(true)
  })

  it('answers nothing to nothing', async () => {
    expect((await run('', 'json')).out).toBe('{"events":[]}\n')
    expect((await run('\n', 'json')).out).toBe('{"events":[{"text":"","kind":"other"}]}\n')
  })

  it('prints one line for each event', async () => {
    expect((await run('all clear declared\n', 'text')).out).toBe('all-clear\tall clear declared\n')
  })
})
