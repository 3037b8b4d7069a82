import { describe, expect, it } from 'vitest'
import { addToList } from './add-to-list.mjs'

const NAMES = `/** A list. */
import type { Thing } from './thing.ts'
import { alpha } from './things/alpha.ts'
import { gamma } from './things/gamma.ts'

/** All things, with a comma, and [brackets] in a comment. */
export const THINGS: readonly Thing[] = [
  alpha,
  // Stays with gamma, whatever comes.
  gamma,
]

/** Another list. */
export const OTHERS = ['beta']
`
const keyOf = (element: string) => element.split('\n').at(-1)!.trim()
const add = (text: string, key: string) =>
  addToList(text, {
    list: 'THINGS',
    key,
    element: key,
    importLine: `import { ${key} } from './things/${key}.ts'`,
    keyOf,
  })

describe('adding to a list', () => {
  it.each([
    ['aaa', '[\n  aaa,\n  alpha,\n'],
    ['beta', '  alpha,\n  beta,\n  // Stays with gamma, whatever comes.\n  gamma,\n]'],
    ['omega', '  gamma,\n  omega,\n]'],
  ])('puts %s where it belongs', (key, expected) => {
    const text = add(NAMES, key)
    expect(text).toContain(expected)
    expect(text).toContain(`import { ${key} } from './things/${key}.ts'\n`)
    expect(text).toContain("export const OTHERS = ['beta']")
  })

  it('begins an empty list', () => {
    expect(
      add("import type { Thing } from './thing.ts'\nexport const THINGS: readonly Thing[] = []\n", 'beta'),
    ).toContain('export const THINGS: readonly Thing[] = [\n  beta,\n]')
  })

  it('finds its way through nested elements and strings', () => {
    const text =
      "export const THINGS: Thing[] = [\n  {\n    name: 'a',\n    says: 'x ] , }',\n    load: async () => [1, 2],\n  },\n  { name: 'c' },\n]\n"
    const grown = addToList(text, {
      list: 'THINGS',
      key: 'b',
      element: "{ name: 'b' }",
      keyOf: (element) => /name: '(\w+)'/.exec(element)![1]!,
    })
    expect(grown.indexOf("name: 'a'")).toBeLessThan(grown.indexOf("name: 'b'"))
    expect(grown.indexOf("name: 'b'")).toBeLessThan(grown.indexOf("name: 'c'"))
    expect(grown).toContain("says: 'x ] , }',\n    load: async () => [1, 2],")
  })

  it('refuses what is there already, and a file without the list', () => {
    expect(() => add(NAMES, 'gamma')).toThrow('holds "gamma" already')
    expect(() => add('export const OTHER = []', 'beta')).toThrow('no list "export const THINGS = ["')
  })
})
