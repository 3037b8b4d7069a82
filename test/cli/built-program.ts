/** Builds the command line into a folder of its own, so that tests run what is shipped. */
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/** How a run ended and what it printed. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** A built program in a temporary folder. */
export interface BuiltProgram {
  /** A fresh folder to work in, with a `.git` so that no configuration above it is found. */
  readonly workFolder: () => string
  readonly start: (cwd: string, args: readonly string[], env?: Record<string, string>) => ChildProcess
  readonly run: (cwd: string, args: readonly string[], options?: RunOptions) => Promise<Ended>
  /** The command that starts it, for a shell. */
  readonly executable: string
  readonly remove: () => void
}

/** What a run is given. */
export interface RunOptions {
  readonly env?: Record<string, string>
  readonly input?: string
}

/** Builds it; `withoutBuild` copies the executable alone. */
export function buildProgram(withoutBuild = false): BuiltProgram {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-built-'))
  cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true })
  // What is not bundled, a native module, is found where npm put it.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  if (!withoutBuild)
    execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), join(folder, 'dist')], { cwd: ROOT })
  const executable = join(folder, 'bin/nevertwice.js')
  const environment = (env: Record<string, string> = {}): SpawnOptions['env'] => {
    // The test runner itself sets BASE_URL.
    const { NEVERTWICE_CONFIG, NEVERTWICE_DATA, NEVERTWICE_DEBUG, NO_COLOR, FORCE_COLOR, ...more } = process.env
    const { BASE_URL, DATABASE_URL, HOST, LOG_LEVEL, PORT, TRUST_PROXY, ...rest } = more
    return { ...rest, NEVERTWICE_CACHE: 'off', ...env }
  }
  const start: BuiltProgram['start'] = (cwd, args, env) =>
    spawn(process.execPath, [executable, ...args], { cwd, env: environment(env), stdio: 'pipe' })
  return {
    executable,
    start,
    workFolder() {
      const work = mkdtempSync(join(folder, 'work-'))
      mkdirSync(join(work, '.git'))
      return work
    },
    async run(cwd, args, { env, input = '' } = {}) {
      const child = start(cwd, args, env)
      child.stdin?.on('error', () => {}).end(input)
      return ended(child)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Waits for the end of a process and gathers what it printed. */
export function ended(child: ChildProcess): Promise<Ended> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk) => out.push(chunk))
  child.stderr?.on('data', (chunk) => err.push(chunk))
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code, signal) =>
      done({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })
}
