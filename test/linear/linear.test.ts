import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
/** Time may grow as size to this power: 1 is linear, 2 quadratic, and what is between is noise and garbage collection. */
const HIGHEST_POWER = 1.5
/** Milliseconds below which a time says nothing about growth. */
const NOTHING = 80

/**
 * A large nursery: what lives there when it is full is copied, which small texts never pay for and larger ones do, the more so
 * beside others that use the same memory. That is a step, not growth, and twenty times the time of parsing was seen in it.
 */
const ROOMY = ['--min-semi-space-size=128', '--max-semi-space-size=128']

interface Measured {
  readonly name: string
  readonly times: readonly number[]
}

async function measure(
  what: string,
  runs: number,
  sizes: readonly number[],
  names: readonly string[],
): Promise<Measured[]> {
  const program = ['--import', 'tsx', join(ROOT, 'scripts/measure-linear.ts')]
  const args = [...ROOMY, ...program, what, String(runs), sizes.join(','), ...names]
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, maxBuffer: 2 ** 24 })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Measured)
}

/** Milliseconds after which it hangs, also on a machine that has ten other things to do. */
const HANGS = 1_800_000

/** In how many processes a text is measured before it is told, and how often in each but the first. */
const ATTEMPTS = 4
const RUNS_OF_SUSPECTS = 4

/** Those that grow faster than allowed in the least times of several measurements: what else runs only ever adds. */
async function tooSlow(what: string, sizes: readonly number[], names: readonly string[] = []): Promise<string[]> {
  const grows = ({ times }: Measured) => powerOf(sizes, times) > HIGHEST_POWER
  const first = await measure(what, 1, sizes, names)
  expect(first.length).toBeGreaterThanOrEqual(Math.max(1, names.length))
  let suspects = first.filter(grows)
  for (let attempt = 1; attempt < ATTEMPTS && suspects.length > 0; attempt++) {
    const again = await measure(
      what,
      RUNS_OF_SUSPECTS,
      sizes,
      suspects.map(({ name }) => name),
    )
    suspects = suspects
      .map(({ name, times }, at) => ({
        name,
        // The first, quick times are not of equal work, and do not mix with these.
        times: attempt === 1 ? again[at]!.times : times.map((time, size) => Math.min(time, again[at]!.times[size]!)),
      }))
      .filter(grows)
  }
  return suspects.map(({ name, times }) => `${name}: ${times.join(', ')} ms for ${sizes.join(', ')} kB`)
}

function powerOf(sizes: readonly number[], times: readonly number[]): number {
  const [first, last] = [Math.max(times[0]!, 5), times.at(-1)!]
  return last < NOTHING ? 0 : Math.log(last / first) / Math.log(sizes.at(-1)! / sizes[0]!)
}

/** Up to 5 MB: every kind of attack that costs little when all is well, and the shapes that real documents have. */
const LARGE = [
  'quotes nested on one line',
  'lists nested on one line',
  'lists ever deeper',
  'opening brackets',
  'opening image brackets',
  'link openings',
  'empty links with parentheses',
  'backticks',
  'backtick runs ever longer',
  'fence left open',
  'comments left open',
  'comments without blanks',
  'stars',
  'labels on each line',
  'digits',
  'less-than signs before one end',
  'backslashes',
  'one long line',
  'blanks between two words',
  'emoji',
  'one table row of all columns',
  'dots in one address',
  'one address of addresses',
  'addresses of one artefact',
  'headings',
  'table rows',
  'timeline rows',
  'action rows',
  'one long action item',
  'causes of one kind',
]
const LARGE_RENDERED = [
  'quotes nested on one line',
  'lists nested on one line',
  'opening brackets',
  'link openings',
  'backtick runs ever longer',
  'fence left open',
  'comments without blanks',
  'less-than signs before one end',
  'one long line',
  'one table row of all columns',
]

describe.concurrent('F04 time grows as the text does', () => {
  it('when any hostile text is parsed', { timeout: HANGS }, async () => {
    expect(await tooSlow('parse', [10, 80])).toEqual([])
  })

  it('when any hostile text is rendered', { timeout: HANGS }, async () => {
    expect(await tooSlow('render', [10, 40])).toEqual([])
  })

  it('F03 when texts of up to 5 MB are parsed', { timeout: HANGS }, async () => {
    expect(await tooSlow('parse', [320, 5120], LARGE)).toEqual([])
  })

  it('F03 when texts of up to 5 MB are rendered', { timeout: HANGS }, async () => {
    expect(await tooSlow('render', [320, 5120], LARGE_RENDERED)).toEqual([])
  })
})
