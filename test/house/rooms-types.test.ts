/** Proves that the rooms' own compiler settings refuse what Node and the browser would give them. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/setup/prepare.mjs'

mkdirSync(join(ROOT, '.cache'), { recursive: true })
const folder = mkdtempSync(join(ROOT, '.cache', 'rooms-types-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the compiler says of a file under the settings of the rooms, empty where it is content. */
function complaints(source: string): string {
  writeFileSync(join(folder, 'a.ts'), source)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "extends": "../../tsconfig.rooms.json", "include": ["a.ts"], "exclude": [] }',
  )
  try {
    return execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    })
  } catch (error) {
    return String((error as { stdout?: string }).stdout)
  }
}

describe('the types of the rooms', () => {
  it('let plain TypeScript through', () => {
    expect(complaints('export const a = (words: readonly string[]) => words.toSorted().at(-1)')).toBe('')
  })

  it.each([
    ['process', 'export const a = process.cwd()'],
    ['console', 'console.log(1)'],
    ['Buffer', "export const a = Buffer.from('a')"],
    ['fetch', "export const a = fetch('a')"],
    ['document', 'export const a = document.body'],
    ['setTimeout', 'setTimeout(() => undefined, 1)'],
    ['node:fs', "import { readFileSync } from 'node:fs'\nexport const a = readFileSync"],
  ])('refuse %s', (name, source) => {
    expect(complaints(source)).toContain(name)
  })
})
