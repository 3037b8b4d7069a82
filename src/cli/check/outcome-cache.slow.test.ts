import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutcomeCache } from './outcome-cache.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevertwice-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const outcome = (printed: string) => ({
  errors: 1,
  warnings: 2,
  infos: 3,
  unreadable: false,
  timely: false,
  printed: new TextEncoder().encode(printed),
})
const open = () => new OutcomeCache(folder, 'way', 5)

describe('the cache of outcomes', () => {
  it('lets go of what was not used for long', () => {
    const large = 'x'.repeat(12 * 1024 * 1024)
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      const cache = open()
      cache.add(key, outcome(large))
      cache.save()
    }
    expect(open().size).toBeLessThan(5)
    expect(open().get('e')).not.toBeNull()
  })
})
