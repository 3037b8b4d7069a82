import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IndexedText, SearchIndex } from './search-index.ts'
import { searchPassages } from './search-passages.ts'
import { searchTokens } from './search-tokens.ts'

const NOTHING: IndexedText = { title: '', summary: '', causes: '', names: '', body: '' }
const all = () => true
const none = () => false
const ids = (index: SearchIndex, query: string, maySee = none) => index.search(query, 10, maySee).map(({ id }) => id)

function indexOf(documents: Record<string, Partial<IndexedText>>): SearchIndex {
  const index = new SearchIndex()
  for (const [id, text] of Object.entries(documents)) index.put(id, { ...NOTHING, ...text }, false)
  return index
}

describe('searchTokens', () => {
  it('lets forms of a word meet, in any alphabet', () => {
    const terms = (text: string) => searchTokens(text).map(({ term }) => term)
    expect(new Set(terms('alert Alerts alerted alerting'))).toEqual(new Set(['alert']))
    expect(terms('queries query')).toEqual(['query', 'query'])
    expect(terms('Überlastung überlastung')).toEqual(['uberlastung', 'uberlastung'])
    expect(terms('決済障害')).toEqual(['決済', '済障', '障害'])
    expect(terms('checkout-example_5xx')).toEqual(['checkout', 'exampl', '5xx'])
  })
  it('points at its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { from, to } of searchTokens(text)) expect(from >= 0 && from < to && to <= text.length).toBe(true)
      }),
    )
  })
})

describe('SearchIndex', () => {
  it('weighs titles over bodies and rare words over common ones', () => {
    const index = indexOf({
      a: { body: 'the pool was full and the certificate was fine' },
      b: { title: 'Expired certificate', body: 'the pool' },
      c: { body: 'the pool the pool' },
    })
    expect(ids(index, 'certificates')).toEqual(['b', 'a'])
    expect(ids(index, 'pool certificate')[0]).toBe('b')
    expect(ids(index, 'nothing')).toEqual([])
    expect(index.holding('pool certificate')).toEqual(new Set(['a', 'b']))
    expect(index.holding('')).toEqual(new Set())
  })
  it('forgets what was replaced or removed', () => {
    const index = indexOf({ a: { title: 'certificate' }, b: { title: 'certificate' } })
    index.put('a', { ...NOTHING, title: 'pool' }, false)
    index.remove('b')
    expect([ids(index, 'certificate'), ids(index, 'pool'), index.size]).toEqual([[], ['a'], 1])
    for (let at = 0; at < 3000; at++) index.put('a', { ...NOTHING, title: `pool ${at}` }, false)
    expect([ids(index, 'pool'), ids(index, '2998'), ids(index, '2999')]).toEqual([['a'], [], ['a']])
  })
  it('F31 ranks and scores the same with and without hidden documents', () => {
    const documents = {
      a: { body: 'pool full of sockets' },
      b: { title: 'pool', body: 'alerts' },
      c: { body: 'alerts alerts pool' },
    }
    const open = indexOf(documents)
    const both = indexOf(documents)
    for (let at = 0; at < 50; at++) both.put(`h${at}`, { ...NOTHING, title: 'pool', body: 'alerts '.repeat(at) }, true)
    for (const query of ['pool', 'alerts', 'pool alerts sockets'])
      expect(both.search(query, 10, none)).toEqual(open.search(query, 10, none))
    expect(ids(both, 'pool', all).some((id) => id.startsWith('h'))).toBe(true)
  })
})

describe('searchPassages', () => {
  it('shows the words where they stand together', () => {
    const text = `# Title\n\nThe pool was named here.\n${'x '.repeat(300)}\nThe connection pool was set for half the load, so orders failed.\n`
    const [best] = searchPassages(text, 'pool orders failing', 1)
    expect(best!.text).toContain('connection pool was set')
    expect(best!.marks.map(({ from, to }) => best!.text.slice(from, to))).toEqual(['pool', 'orders', 'failed'])
    expect(text.slice(best!.from, best!.from + best!.text.length)).toBe(best!.text)
    expect(searchPassages(text, 'nothing', 2)).toEqual([])
  })
  it('stays short and in the text, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('pool', 'poool', '\n', ' ', '決済障害', 'a'.repeat(400), '|'), { maxLength: 80 }),
        (parts) => {
          const text = parts.join('')
          for (const passage of searchPassages(text, 'pool 決済', 3)) {
            expect(passage.text.length).toBeLessThanOrEqual(800)
            for (const { from, to } of passage.marks)
              expect(from >= 0 && from <= to && to <= passage.text.length).toBe(true)
          }
        },
      ),
    )
  })
})
