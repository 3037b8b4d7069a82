/** Holds back output until all of it is known, on disk where it grows large. */
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '../context.ts'
import { CliFailure } from '../failure.ts'
import { fileProblem } from '../files/file-problem.ts'

/** Bytes that are held in memory. */
const IN_MEMORY = 8 * 1024 * 1024
/** Bytes that are read back at once. */
const PIECE = 1024 * 1024

/** Pieces of output in order, written at once by `flush`. */
export class Spool {
  #pieces: Uint8Array[] = []
  #held = 0
  #file: number | null = null
  #written = 0

  /** Adds a piece; throws `file` where it must go to disk and cannot. */
  add(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#held += piece.length
    if (this.#held > IN_MEMORY) this.#toDisk()
  }

  /** Writes all that was added and forgets it. */
  flush(output: Output): void {
    if (this.#file !== null) {
      const buffer = Buffer.allocUnsafeSlow(PIECE)
      for (let at = 0; at < this.#written; ) {
        const read = readSync(this.#file, buffer, 0, PIECE, at)
        if (read === 0) break
        // A pipe may hold on to what it is given, so each piece is its own.
        output.write(Buffer.from(buffer.subarray(0, read)))
        at += read
      }
      closeSync(this.#file)
      this.#file = null
    }
    for (const piece of this.#pieces) output.write(piece)
    this.#pieces = []
  }

  #toDisk(): void {
    const path = join(tmpdir(), `nevertwice-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
    try {
      if (this.#file === null) {
        this.#file = openSync(path, 'wx+', 0o600)
        // Without a name it goes with the process, however that ends.
        rmSync(path, { force: true })
      }
      const whole = Buffer.concat(this.#pieces)
      for (let done = 0; done < whole.length; ) done += writeSync(this.#file, whole, done)
      this.#written += whole.length
    } catch (error) {
      const problem = fileProblem(error, path)
      throw new CliFailure('file', problem.message, problem.where)
    }
    this.#pieces = []
    this.#held = 0
  }
}
