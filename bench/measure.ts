/** Runs a program and measures it from outside: wall and CPU seconds with all its threads, and its peak memory. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One run, or the median of several. Seconds, and megabytes (null for programs that are not Node). */
export interface Measured {
  readonly wall: number
  readonly cpu: number
  readonly peak: number | null
}

/** Runs a command so often and answers the medians; throws where it fails with another code than `codes`. */
export function measure(command: readonly string[], runs: number, codes: readonly number[] = [0]): Measured {
  const all: Measured[] = []
  for (let run = 0; run < runs; run++) all.push(once(command, codes))
  const peaks = all.flatMap(({ peak }) => (peak === null ? [] : [peak]))
  return {
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
    peak: peaks.length > 0 ? median(peaks) : null,
  }
}

function once(command: readonly string[], codes: readonly number[]): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'nevertwice-bench-'))
  const peakFile = join(folder, 'peak')
  const preload = join(import.meta.dirname, 'peers/peak.mjs')
  try {
    const result = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" > /dev/null', 'bench', ...command], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, BENCH_PEAK: peakFile, NODE_OPTIONS: `--import=${preload}` },
    })
    if (!codes.includes(result.status ?? -1))
      throw new Error(`${command.join(' ')} ended with ${result.status}: ${result.stderr.slice(-500)}`)
    const [wall, user, system] = result.stderr.trim().split('\n').at(-1)!.split(' ').map(Number) as [
      number,
      number,
      number,
    ]
    let peak: number | null = null
    try {
      peak = Number(readFileSync(peakFile, 'utf8')) / 1024
    } catch {
      peak = null
    }
    return { wall, cpu: user + system, peak }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The middle one. */
function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
