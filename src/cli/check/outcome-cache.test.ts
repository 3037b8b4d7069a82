import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutcomeCache, outcomeKey } from './outcome-cache.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevertwice-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const outcome = (printed: string, timely = false) => ({
  errors: 1,
  warnings: 2,
  infos: 3,
  unreadable: false,
  timely,
  printed: new TextEncoder().encode(printed),
})
const plain = (found: ReturnType<OutcomeCache['get']>) =>
  found && { ...found, printed: Buffer.from(found.printed).toString() }
const file = () => join(folder, readdirSync(folder)[0]!)
const open = (way = 'way', now = 5) => new OutcomeCache(folder, way, now)

describe('the cache of outcomes', () => {
  it('gives back what was saved, byte for byte, and nothing for another way to check', () => {
    const cache = open()
    const texts = ['', 'one\n', 'é 🔥\nx 1 2 3 4\n', 'y'.repeat(100_000)]
    for (const [at, text] of texts.entries()) cache.add(`key${at}`, outcome(text))
    cache.save()
    expect(readdirSync(folder)).toHaveLength(1)
    const again = open()
    expect(again.size).toBe(texts.length)
    for (const [at, text] of texts.entries())
      expect(plain(again.get(`key${at}`))).toEqual({ ...outcome(text), printed: text })
    expect(again.get('other')).toBeNull()
    expect(open('another way').size).toBe(0)
  })

  it('keeps what looked at the clock for the same hour only', () => {
    const cache = open()
    cache.add('timely', outcome('a', true))
    cache.add('timeless', outcome('b'))
    cache.save()
    expect(open('way', 5).get('timely')?.timely).toBe(true)
    const later = open('way', 6)
    expect(later.get('timely')).toBeNull()
    expect(later.get('timeless')).not.toBeNull()
  })

  it('keeps what was there when something is added, and writes nothing where nothing is new', () => {
    for (const key of ['a', 'b', 'a']) {
      const cache = open()
      cache.add(key, outcome(key))
      cache.save()
    }
    const before = readFileSync(file())
    const cache = open()
    expect([plain(cache.get('a'))?.printed, plain(cache.get('b'))?.printed]).toEqual(['a', 'b'])
    cache.save()
    expect(readFileSync(file()).equals(before)).toBe(true)
  })

  it('remembers no file that could not be read', () => {
    const cache = open()
    cache.add('a', { ...outcome(''), unreadable: true })
    cache.save()
    expect(readdirSync(folder)).toEqual([])
  })

  it('counts a damaged file as empty and goes on', () => {
    const cache = open()
    cache.add('a', outcome('text of some length'))
    cache.save()
    const whole = readFileSync(file())
    for (const damage of [
      whole.subarray(0, -5),
      Buffer.from('hello'),
      Buffer.alloc(0),
      Buffer.from(whole).fill(32, 60),
    ]) {
      writeFileSync(file(), damage)
      const damaged = open()
      expect(damaged.get('a')).toBeNull()
      damaged.add('a', outcome('new'))
      damaged.save()
      expect(plain(open().get('a'))?.printed).toBe('new')
    }
  })

  it('does without where it cannot be written', () => {
    writeFileSync(join(folder, 'in-the-way'), '')
    const cache = new OutcomeCache(join(folder, 'in-the-way'), 'way', 5)
    expect(() => {
      cache.add('a', outcome('x'))
      cache.save()
    }).not.toThrow()
  })

  it('keeps few ways to check', () => {
    for (let way = 0; way < 30; way++) {
      const cache = open(`way ${way}`)
      cache.add('a', outcome('x'))
      cache.save()
    }
    expect(readdirSync(folder)).toHaveLength(12)
  })
})

describe('the key of an outcome', () => {
  const key = (name: string, source: string, record: string | null = null, evidence: string | null = null) =>
    outcomeKey(
      { file: name, path: '/x' },
      {
        source: Buffer.from(source),
        record: record === null ? null : Buffer.from(record),
        evidence: evidence === null ? null : Buffer.from(evidence),
      },
    )

  it('differs with the name as shown, the text, the record and the evidence', () => {
    const keys = [
      key('a', 'b'),
      key('ab', ''),
      key('', 'ab'),
      key('a', 'b', ''),
      key('a', 'b', null, ''),
      key('a', '', 'b'),
      key('a', '', null, 'b'),
      key('a', '-', null, 'b'),
      key('a', 'b-'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(key('a', 'b')).toBe(key('a', 'b'))
  })
})
