/** The pages that explain the house: short where they promise it, complete, and with links that lead somewhere. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/setup/prepare.mjs'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const lines = (path: string) => read(path).trimEnd().split('\n').length
const exists = (path: string) => statSync(join(ROOT, path), { throwIfNoEntry: false }) !== undefined

const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md', 'src/README.md']
const DECISIONS = readdirSync(join(ROOT, 'docs/decisions')).filter(
  (name) => /^\d{4}-/.test(name) && !name.startsWith('0000-'),
)
const CHANGES = readdirSync(join(ROOT, 'changes')).filter((name) => name !== 'README.md')

describe('the pages', () => {
  it('keep the architecture under 100 lines', () => {
    expect(lines('ARCHITECTURE.md')).toBeLessThan(100)
  })

  it('name every folder of src, with what it owns and what it may import', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const rows = new Map(
      [...read('src/README.md').matchAll(/^\| \[([\w-]+)\]\(\1\) \| (.+) \| (.+) \|$/gm)].map(([, name, ...cells]) => [
        name,
        cells,
      ]),
    )
    expect([...rows.keys()].sort()).toEqual(folders.map(({ name }) => name).sort())
    for (const cells of rows.values()) expect(cells.every((cell) => cell.length > 3)).toBe(true)
  })

  it('name every script of package.json, and no other', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const named = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w:]+)/gm)].map(([, name]) => name)
    expect(named.sort()).toEqual(scripts.sort())
  })

  it('have scripts that run files which exist', () => {
    const commands = Object.values<string>(JSON.parse(read('package.json')).scripts)
    const files = commands.flatMap((command) => command.match(/[\w/-]+\.(?:mjs|ts)\b/g) ?? [])
    expect(files.filter((file) => !exists(file))).toEqual([])
  })

  it.each([...PAGES, 'changes/README.md', 'docs/decisions/README.md'])('%s links to what exists', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!)
    const dead = links.filter((target) => !/^[a-z]+:/.test(target) && !exists(join(dirname(page), target)))
    expect(dead).toEqual([])
  })

  it.each(PAGES)('%s names files that exist', (page) => {
    const text = read(page)
    const named = [...text.matchAll(/`((?:src|docs|scripts|test|bench|bin|changes)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    )
    // What `npm run new` would make is named before it is there.
    const examples = [...text.matchAll(/npm run new -- \w+ ([\w-]+)/g)].map(([, name]) => name!)
    const dead = named.filter((path) => !exists(path) && !examples.some((name) => path.includes(`/${name}`)))
    expect(dead).toEqual([])
  })
})

describe('the decisions', () => {
  it.each(DECISIONS)('%s says what was decided, why, and what it costs, in 15 to 40 lines', (name) => {
    const text = read(`docs/decisions/${name}`)
    expect(text).toMatch(
      new RegExp(
        `^# ${name.slice(0, 4)}: .+\n\nDate: \\d{4}-\\d\\d-\\d\\d\\. Status: (?:in force|replaced by \\d{4})\n`,
      ),
    )
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Decision',
      'What it costs',
    ])
    expect(lines(`docs/decisions/${name}`)).toBeGreaterThanOrEqual(15)
    expect(lines(`docs/decisions/${name}`)).toBeLessThanOrEqual(40)
  })

  it('are all listed, each number once', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/^\| \[(\d{4})\]\((\1-[\w-]+\.md)\)/gm)].map(
      ([, , name]) => name,
    )
    expect(listed).toEqual([...DECISIONS].sort())
    expect(new Set(DECISIONS.map((name) => name.slice(0, 4))).size).toBe(DECISIONS.length)
  })
})

describe('the changes', () => {
  it.each(CHANGES)('%s begins with what is different, in at most 40 lines', (name) => {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    expect(read(`changes/${name}`)).toMatch(/^# \S.+\n/)
    expect(lines(`changes/${name}`)).toBeLessThanOrEqual(40)
  })

  it('each have a number of their own', () => {
    expect(new Set(CHANGES.map((name) => name.slice(0, 4))).size).toBe(CHANGES.length)
  })
})
