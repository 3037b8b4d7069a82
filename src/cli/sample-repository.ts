/** A git repository in a temporary folder, with commands run in it: real files, real git, a clock that stands. For tests. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeSampleGit } from './git/sample-git.ts'
import { runProgram } from './program.ts'
import { recordedContext } from './recorded-context.ts'

const EXAMPLE = fileURLToPath(new URL('../../examples/checkout-pool/', import.meta.url))

/** Where the example's postmortem lies in its repository. */
export const DOCUMENT = 'docs/postmortems/INC-2026-11-23-001.md'
/** Its record. */
export const RECORD = DOCUMENT.replace('.md', '.record.jsonl')
/** The morning after the example's incident. */
const MORNING_AFTER = Date.UTC(2026, 10, 24, 10)

/** The example and its record, signed at a time. */
const SIGNED = new Map<number, { readonly text: string; readonly record: string }>()

/** How a command ended and what it printed. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A repository to work in. */
export class SampleRepository {
  readonly home = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
  readonly root = join(this.home, 'repository')
  /** What the clock says. */
  now = MORNING_AFTER

  constructor() {
    mkdirSync(this.root)
    writeSampleGit(this.root)
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', [...args], {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd()
  }

  /** The subjects of all commits, the latest first. */
  log(): string[] {
    return this.git('log', '--format=%s').split('\n')
  }

  path(name: string): string {
    return join(this.root, name)
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true })
    writeFileSync(this.path(name), content)
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8')
  }

  has(name: string): boolean {
    return existsSync(this.path(name))
  }

  /** Changes words that must be there. */
  edit(name: string, from: string, to: string): void {
    const text = this.read(name)
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`)
    this.write(
      name,
      text.replace(from, () => to),
    )
  }

  /** Every file below the repository but git's own, with its text: to see that nothing changed. */
  files(): Record<string, string> {
    const found = readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.root.length + 1))
      .filter((name) => !name.startsWith('.git/'))
    return Object.fromEntries(found.sort().map((name) => [name, readFileSync(this.path(name), 'latin1')]))
  }

  /** Runs a command line, with this as standard input. */
  async runWith(input: string, ...argv: readonly string[]): Promise<Ran> {
    const recorded = recordedContext(this.root, input, { now: () => this.now })
    const code = await runProgram(argv, () => recorded.context)
    return { code, out: recorded.out(), err: recorded.err() }
  }

  /** Runs a command line. */
  async run(...argv: readonly string[]): Promise<Ran> {
    return this.runWith('', ...argv)
  }

  /** Runs a command line that must succeed. */
  async done(...argv: readonly string[]): Promise<string> {
    const { code, out, err } = await this.run(...argv)
    if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${err}${out}`)
    return out
  }

  /** The JSON that a command prints: one value on one line. */
  async json(...argv: readonly string[]) {
    const { out } = await this.run(...argv, '--format', 'json')
    if (out.indexOf('\n') !== out.length - 1) throw new Error(`not one line: ${out}`)
    return JSON.parse(out)
  }

  /** A hook that git runs. */
  hook(name: string, script: string): void {
    this.write(`.git/hooks/${name}`, `#!/bin/sh\n${script}\n`)
    chmodSync(this.path(`.git/hooks/${name}`), 0o755)
  }

  /** Puts files of the example under `evidence/`. */
  evidence(...names: readonly string[]): string[] {
    mkdirSync(this.path('evidence'), { recursive: true })
    return names.map((name) => {
      copyFileSync(join(EXAMPLE, name), this.path(`evidence/${name}`))
      return `evidence/${name}`
    })
  }

  /** Puts the example's finished postmortem in its place. */
  finished(): void {
    mkdirSync(dirname(this.path(DOCUMENT)), { recursive: true })
    copyFileSync(join(EXAMPLE, 'finished.md'), this.path(DOCUMENT))
  }

  /** The finished postmortem, signed by both roles. */
  async signed(): Promise<void> {
    // By the same clock and the settings as they come, every signing gives the same: one is enough for all tests of a process.
    const known = this.has('nevertwice.yaml') ? undefined : SIGNED.get(this.now)
    if (known) {
      this.write(DOCUMENT, known.text)
      this.write(RECORD, known.record)
      return
    }
    this.finished()
    await this.done('sign', DOCUMENT, '--by', 'Ada Example')
    await this.done('sign', DOCUMENT, '--role', 'Platform Lead', '--by', 'Di Specimen')
    if (!this.has('nevertwice.yaml')) SIGNED.set(this.now, { text: this.read(DOCUMENT), record: this.read(RECORD) })
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true })
  }
}
