/** Keeps what checks gave, by the digest of everything that they depend on, so that unchanged documents cost only reading. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckOutcome, CheckTask } from './check-job.ts'
import type { Bytes } from './read-texts.ts'

const MAGIC = 'nevertwice check outcomes 1\n'
/** Bytes of outcomes that are kept for documents that were not among the last ones. */
const SPARE = 32 * 1024 * 1024
/** How many files, one for each way to check, are kept. */
const FILES = 12

/** The key of a document's outcome within one way to check. */
export function outcomeKey({ file }: CheckTask, { source, record, evidence }: Bytes): string {
  const hash = createHash('sha256').update(`${file.length} ${file}`)
  for (const part of [source, record, evidence])
    if (part === null) hash.update('-')
    else hash.update(`${part.length} `).update(part)
  return hash.digest('base64url')
}

/** The outcomes of one way to check: format, gate, settings, version and hour are in its name. */
export class OutcomeCache {
  readonly #folder: string
  readonly #path: string
  readonly #bytes: Buffer
  readonly #places = new Map<string, readonly [line: number, from: number, to: number]>()
  readonly #used = new Set<string>()
  readonly #added = new Map<string, CheckOutcome>()

  /** `way` names everything that all outcomes depend on. A file that is damaged counts as empty. */
  constructor(folder: string, way: string) {
    this.#folder = folder
    this.#path = join(folder, `check-${createHash('sha256').update(way).digest('hex').slice(0, 32)}`)
    this.#bytes = readWhole(this.#path)
    this.#index()
  }

  /** How many outcomes it holds. */
  get size(): number {
    return this.#places.size
  }

  /** The outcome under a key; null where there is none. */
  get(key: string): CheckOutcome | null {
    const place = this.#places.get(key)
    if (!place) return null
    const [line, from, to] = place
    const [, errors, warnings, infos] = this.#bytes.toString('latin1', line, from).split(' ')
    this.#used.add(key)
    return {
      errors: Number(errors),
      warnings: Number(warnings),
      infos: Number(infos),
      unreadable: false,
      printed: this.#bytes.toString('utf8', from, to),
    }
  }

  /** Remembers an outcome until `save`. */
  add(key: string, outcome: CheckOutcome): void {
    if (!outcome.unreadable) this.#added.set(key, outcome)
  }

  /** Writes what is new. Never throws: without a cache the next run is only slower. */
  save(): void {
    if (this.#added.size === 0) return
    const temporary = `${this.#path}.${randomBytes(6).toString('hex')}.tmp`
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      writeFileSync(temporary, Buffer.concat([...this.#parts()]), { mode: 0o600 })
      renameSync(temporary, this.#path)
      this.#prune()
    } catch {
      removeQuietly(temporary)
    }
  }

  *#parts(): Generator<Buffer> {
    yield Buffer.from(MAGIC)
    let spare = SPARE
    for (const [key, [line, , to]] of this.#places) {
      if (!this.#used.has(key)) spare -= to - line
      if (this.#used.has(key) || spare > 0) yield this.#bytes.subarray(line, to + 1)
    }
    for (const [key, { errors, warnings, infos, printed }] of this.#added) {
      const body = Buffer.from(printed)
      yield Buffer.from(`${key} ${errors} ${warnings} ${infos} ${body.length}\n`)
      yield body
      yield Buffer.from('\n')
    }
  }

  #index(): void {
    const bytes = this.#bytes
    if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return
    for (let line = MAGIC.length; line < bytes.length; ) {
      const end = bytes.indexOf(10, line)
      const fields = end === -1 ? [] : bytes.toString('latin1', line, end).split(' ')
      const to = end + 1 + Number(fields[4])
      if (fields.length !== 5 || !(to >= end + 1) || bytes[to] !== 10) {
        this.#places.clear()
        return
      }
      this.#places.set(fields[0]!, [line, end + 1, to])
      line = to + 1
    }
  }

  #prune(): void {
    const files = readdirSync(this.#folder).filter((name) => name.startsWith('check-'))
    if (files.length <= FILES) return
    const aged = files.map((name) => ({ name, at: statSync(join(this.#folder, name)).mtimeMs }))
    aged.sort((a, b) => b.at - a.at)
    for (const { name } of aged.slice(FILES)) rmSync(join(this.#folder, name), { force: true })
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Where nothing could be written, nothing is left either.
  }
}

function readWhole(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
