/** The tree as it is committed: nothing in it names a machine or a registry, and every licence is one that may be passed on. */
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingPlatforms } from '../../scripts/complete-lock.mjs'
import { ROOT } from '../../scripts/setup/prepare.mjs'

/** What ships, and what ships need not carry. Apache-2.0 code may be passed on together with each of these. */
const PERMITTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
])

/** Packages under another licence, each with the reason for which it may stay. */
const EXCEPTIONS: readonly { name: RegExp; licence: string; development: boolean; reason: string }[] = [
  {
    name: /^argparse$/,
    licence: 'PSF-2.0',
    development: false,
    reason:
      'The text of Python-2.0 without its history; only the command of markdown-it uses it, and it is not in the built files.',
  },
  {
    name: /^lightningcss(-|$)/,
    licence: 'MPL-2.0',
    development: true,
    reason: 'Comes with vite, which vitest runs on; never shipped.',
  },
]

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly resolved?: string
}

const lock: Record<string, Locked> = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile())

describe('the lock file', () => {
  it('names no registry, so that every machine uses its own', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true')
    const hosts = Object.entries(lock).filter(([, { resolved }]) => resolved !== undefined)
    expect(hosts.map(([path]) => path)).toEqual([])
  })

  it('of the benchmarks names none either', () => {
    expect(readFileSync(join(ROOT, 'bench/package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })

  it('holds the packages of every platform, or `npm ci` refuses it (`npm run lock` adds them)', () => {
    expect(Object.keys(missingPlatforms(lock))).toEqual([])
  })

  it('pins what package.json asks for exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d/.test(version),
    )
    expect(loose).toEqual([])
  })

  it('holds only packages whose licence may be passed on', () => {
    const refused = Object.entries(lock)
      .filter(([path]) => path !== '')
      .map(([path, { license = 'none', dev = false }]) => ({
        name: path.replace(/^.*node_modules\//, ''),
        license,
        dev,
      }))
      .filter(({ name, license, dev }) => {
        const choices = license.replace(/[()]/g, '').split(' OR ')
        if (choices.some((choice) => choice.split(' AND ').every((each) => PERMITTED.has(each)))) return false
        return !EXCEPTIONS.some(
          (each) => each.name.test(name) && each.licence === license && (dev || !each.development),
        )
      })
    expect(refused).toEqual([])
  })

  it('has no exception that nothing needs', () => {
    const names = Object.keys(lock).map((path) => path.replace(/^.*node_modules\//, ''))
    expect(EXCEPTIONS.filter(({ name }) => !names.some((each) => name.test(each)))).toEqual([])
  })
})

describe('the tracked files', () => {
  it('name no folder of anybody’s machine', () => {
    const places = [`${dirname(ROOT)}/`, `${homedir()}/`].filter(
      (place) => place.length > 5 && !`${tmpdir()}/`.startsWith(place),
    )
    const anyHome = /(?:\/home\/|\/Users\/|[A-Z]:\\Users\\)[A-Za-z]/
    const found = tracked.flatMap((path) => {
      const lines = readFileSync(join(ROOT, path), 'utf8').split('\n')
      return lines.flatMap((line, index) =>
        places.some((place) => line.includes(place)) || anyHome.test(line) ? [`${path}:${index + 1}`] : [],
      )
    })
    // This file has to write the patterns down.
    expect(found.filter((place) => !place.startsWith('test/house/tree.test.ts:'))).toEqual([])
  })

  it('are small enough to read', () => {
    expect(tracked.filter((path) => statSync(join(ROOT, path)).size > 1_000_000)).toEqual([])
  })

  it('can be run where they are meant to be', () => {
    const modes = execFileSync('git', ['ls-files', '-s', '.ci/run', 'bin'], { cwd: ROOT, encoding: 'utf8' })
    const wrong = modes.split('\n').filter((line) => line !== '' && !line.startsWith('100755'))
    expect(wrong).toEqual([])
  })
})
