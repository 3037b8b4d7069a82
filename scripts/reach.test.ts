/** Proves that reaching for the world is caught where it is wrong, at its line, and left alone where it is right. */
import { describe, expect, it } from 'vitest'
import { reachesIn, readReaches } from './reach.mjs'
import { ROOT } from './setup/prepare.mjs'

const rules = (file: string, source: string) => reachesIn(file, source).map(({ rule }) => rule)

describe('reaches', () => {
  it.each([
    'export const a = Date.now()',
    'export const a = new Date()',
    'export const a = new Date',
    'export const a = Math.random()',
    'export const a = crypto.randomUUID()',
    'export const a = process.platform',
    'export const a = () => console.log(1)',
    "export const a = () => fetch('x')",
    'export const a = { now: Date.now }',
    'export const a = (now = Date.now()) => now',
    'export const a = globalThis.process',
    'export const a = { console }',
    'export const a = [process]',
    'export class A { at = Date.now() }',
    'setTimeout(() => {}, 1)',
  ])('refuses a room this: %s', (source) => {
    expect(rules('src/checks/a.ts', source)).toContain('rooms-take-the-world-as-arguments')
  })

  it.each([
    'export const a = new Date(0)',
    'export const a = (now: number) => now',
    "export const a = 'process.env and Date.now() and fetch(x)'",
    '// fetch() and console.log\nexport const a = 1',
    'export const a = { console: 1, process: 2 }.console',
    'export interface A { process: string; fetch(): void }',
    'export const a = /console/',
    'export class A { fetch() {} }',
    'export const a = { fetch() {} }',
    'export const a = 1 as unknown as Function',
    'export const a: typeof fetch | undefined = undefined',
  ])('lets a room have this: %s', (source) => {
    expect(reachesIn('src/checks/a.ts', source)).toEqual([])
  })

  it.each([
    'export const a = process.env.HOME',
    'const { env } = process\nexport const a = env',
    "import { env } from 'node:process'\nexport const a = env",
  ])('keeps the environment to two files: %s', (source) => {
    expect(rules('src/cli/files/a.ts', source)).toContain('the-environment-is-read-once')
    expect(rules('src/cli/main.ts', source)).toEqual([])
    expect(rules('src/server/settings.ts', source)).toEqual([])
  })

  it.each(["export const a = () => fetch('x')", "import { get } from 'node:https'\nexport const a = get"])(
    'keeps the network to one file: %s',
    (source) => {
      expect(rules('src/integrations/slack/api.ts', source)).toContain('one-file-fetches')
      expect(rules('src/integrations/kit/http.ts', source)).toEqual([])
    },
  )

  it('keeps translators to values', () => {
    const source = "import { readFileSync } from 'node:fs'\nexport const a = () => [readFileSync, Date.now()]"
    const rule = 'integrations-translate-values'
    expect(rules('src/integrations/slack/map.ts', source)).toEqual([rule, rule])
    expect(rules('src/cli/commands/a.ts', source)).toEqual([])
  })

  it('refuses a shell', () => {
    const rule = 'programs-start-without-a-shell'
    expect(rules('src/cli/a.ts', "import { exec } from 'node:child_process'\nexport const a = exec")).toEqual([rule])
    expect(rules('src/cli/a.ts', "import { execSync as run } from 'node:child_process'\nexport const a = run")).toEqual(
      [rule],
    )
    const spawned = "import { spawn } from 'node:child_process'\nexport const a = spawn('git', ['--', 'a']"
    expect(rules('src/cli/a.ts', `${spawned}, { shell: true })`)).toEqual([rule])
    expect(rules('src/cli/a.ts', `${spawned})`)).toEqual([])
  })

  it('refuses to run text', () => {
    expect(rules('src/cli/a.ts', "export const a = eval('1')")).toContain('code-is-not-made-of-text')
    expect(rules('src/cli/a.ts', "export const a = new Function('1')")).toContain('code-is-not-made-of-text')
  })

  it('refuses a type that is imported in place, which the boundaries would not see', () => {
    for (const source of [
      "export type A = import('../record/b.ts').One",
      "export const a = (b: import('../record/b.ts').One) => b",
      "export interface A { b: import('../record/b.ts').One }",
      "export const a = 1 as unknown as import('../record/b.ts').One",
      "export const a = new Set<import('../record/b.ts').One>()",
    ]) {
      expect(rules('src/document/a.ts', source), source).toEqual(['types-are-imported-at-the-top'])
    }
  })

  it('names the line, after comments and letters beyond ASCII', () => {
    const source = '/** Zuerst – 日本語 😀 */\n\n// more\nexport const words = "größer"\nexport const a = Date.now()\n'
    expect(reachesIn('src/base/a.ts', source)).toMatchObject([{ line: 5, reached: 'Date.now' }])
    expect(reachesIn('src/base/a.ts', `\n\n${source}\n\n// end`)).toMatchObject([{ line: 7 }])
  })

  it('are all right in this tree', () => {
    expect(readReaches(ROOT).map(({ rule, file, line }) => `${file}:${line} ${rule}`)).toEqual([])
  })
})
