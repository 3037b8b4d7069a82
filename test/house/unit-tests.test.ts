/** What `npm run check` runs stays quick: tests that start programs or look at the clock or at memory are slow tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/setup/prepare.mjs'

const SLOW = /node:child_process|performance\.now|Date\.now|hrtime|cpuUsage|memoryUsage|\bset(?:Timeout|Interval)\(/

describe('the unit tests', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.test.ts') && !name.endsWith('.slow.test.ts'),
  )

  it('start no program, and look neither at a clock nor at memory; what does is named x.slow.test.ts', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((name) => SLOW.test(readFileSync(join(ROOT, 'src', name), 'utf8')))).toEqual([])
  })
})
