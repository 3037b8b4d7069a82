/** Reads a zip archive's directory in pages, because the zip reader asks for it in pieces of 46 bytes. */
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

const PAGE = 256 * 1024

/** A reader over an open file; closing it leaves the file open, which is its opener's to close. */
export class PagedReader extends RandomAccessReader {
  readonly #file: FileHandle
  #page: Buffer = Buffer.alloc(0)
  #from = 0

  constructor(file: FileHandle) {
    super()
    this.#file = file
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    if (position >= this.#from && position + length <= this.#from + this.#page.length) {
      this.#page.copy(buffer, offset, position - this.#from, position - this.#from + length)
      callback(null)
    } else
      this.#turn(position, length).then(
        () => {
          const copied = this.#page.copy(buffer, offset, 0, length)
          callback(copied === length ? null : new Error('unexpected end of file'))
        },
        (error) => callback(error),
      )
  }

  /** The bytes at a place; fewer at the end of the file. */
  async bytesAt(position: number, length: number): Promise<Buffer> {
    await this.#turn(position, length)
    return this.#page.subarray(0, length)
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.#file, start, end), { objectMode: false })
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null)
  }

  async #turn(position: number, length: number): Promise<void> {
    const page = Buffer.allocUnsafe(Math.max(PAGE, length))
    let filled = 0
    while (filled < page.length) {
      const { bytesRead } = await this.#file.read(page, filled, page.length - filled, position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    this.#page = page.subarray(0, filled)
    this.#from = position
  }
}

/** The bytes between two places; a stream of the handle itself would close it at its end. */
async function* pieces(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(Math.min(PAGE, end - at)), 0, undefined, at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
