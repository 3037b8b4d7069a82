/** The file behind the cache: what was printed, one after another, then an index, then where the index begins. */
import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { forgetTemporaryFile, rememberTemporaryFile } from '../files/temporary-files.ts'

const MAGIC = 'nevertwice outcomes 2\n'
/** Digits of the place of the index, and a line ending. */
const FOOTER = 17
/** Longest index that is read; 1,000,000 outcomes take less. */
const LONGEST_INDEX = 128 * 1024 * 1024

/** What is known of an outcome beside what it prints; `hour` is null where it does not depend on the clock. */
export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hour: number | null
}

/** An outcome in the file. */
export interface Kept extends Counts {
  readonly from: number
  readonly length: number
}

/** Reads a file of outcomes; one that is missing, damaged or of another version holds nothing. */
export class OutcomeReader {
  readonly kept: ReadonlyMap<string, Kept>
  readonly #file: number | null

  constructor(path: string) {
    let file: number | null = null
    let kept = new Map<string, Kept>()
    try {
      file = openSync(path, 'r')
      kept = readIndex(file)
    } catch {
      kept = new Map()
    }
    this.#file = file
    this.kept = kept
  }

  /** What an outcome prints; null where it cannot be read. */
  read({ from, length }: Kept): Uint8Array | null {
    try {
      return this.#file === null ? null : readAt(this.#file, from, length)
    } catch {
      return null
    }
  }

  /** Ends reading. */
  close(): void {
    if (this.#file !== null) closeSync(this.#file)
  }
}

function readIndex(file: number): Map<string, Kept> {
  const kept = new Map<string, Kept>()
  const { size } = fstatSync(file)
  if (readAt(file, 0, MAGIC.length).toString('latin1') !== MAGIC) return kept
  const at = Number(readAt(file, size - FOOTER, FOOTER).toString('latin1'))
  const length = size - FOOTER - at
  if (!Number.isInteger(at) || at < MAGIC.length || length < 0 || length > LONGEST_INDEX) return kept
  for (const line of readAt(file, at, length).toString('latin1').split('\n')) {
    if (line === '') continue
    const [key, from, bytes, errors, warnings, infos, hour] = line.split(' ')
    const one = {
      from: Number(from),
      length: Number(bytes),
      errors: Number(errors),
      warnings: Number(warnings),
      infos: Number(infos),
    }
    if (!key || !Object.values(one).every(Number.isSafeInteger) || one.from + one.length > at) return new Map()
    kept.set(key, { ...one, hour: hour === '-' ? null : Number(hour) })
  }
  return kept
}

function readAt(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  let filled = 0
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, from + filled)
    if (read === 0) throw new Error('cut off')
    filled += read
  }
  return bytes
}

/** Writes a file of outcomes beside the old one and takes its place at the end. Never throws: it then writes nothing. */
export class OutcomeWriter {
  readonly #path: string
  readonly #temporary: string
  readonly #index = new Map<string, string>()
  #file: number | null = null
  #at = 0

  constructor(folder: string, path: string) {
    this.#path = path
    this.#temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
    this.#safely(() => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      rememberTemporaryFile(this.#temporary)
      this.#file = openSync(this.#temporary, 'wx', 0o600)
      this.#write(Buffer.from(MAGIC))
    })
  }

  /** Whether it holds an outcome under a key. */
  has(key: string): boolean {
    return this.#index.has(key)
  }

  /** Adds an outcome. */
  add(key: string, printed: Uint8Array, { errors, warnings, infos, hour }: Counts): void {
    this.#safely(() => {
      this.#index.set(key, `${key} ${this.#at} ${printed.length} ${errors} ${warnings} ${infos} ${hour ?? '-'}\n`)
      this.#write(printed)
    })
  }

  /** Writes the index and puts the file in its place. */
  finish(): void {
    this.#safely(() => {
      const at = this.#at
      this.#write(Buffer.from([...this.#index.values()].join('')))
      this.#write(Buffer.from(`${String(at).padStart(FOOTER - 1)}\n`))
      if (this.#file === null) return
      closeSync(this.#file)
      this.#file = null
      renameSync(this.#temporary, this.#path)
      forgetTemporaryFile(this.#temporary)
    })
  }

  #write(bytes: Uint8Array): void {
    if (this.#file === null) return
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done)
    this.#at += bytes.length
  }

  #safely(write: () => void): void {
    try {
      write()
    } catch {
      if (this.#file !== null) closeSync(this.#file)
      this.#file = null
      try {
        rmSync(this.#temporary, { force: true })
      } catch {
        // Where nothing could be written, nothing is left either.
      }
      forgetTemporaryFile(this.#temporary)
    }
  }
}
