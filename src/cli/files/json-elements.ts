/** Reads the elements of a large JSON array one at a time, so that memory holds one element and not the file. */
import { StringDecoder } from 'node:string_decoder'

/** Longest element that is read, in characters. */
const LONGEST = 16 * 1024 * 1024

/** Thrown where the text is not a JSON array, or an element is not JSON; `at` counts characters from 0. */
export class JsonElementProblem extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.name = 'JsonElementProblem'
    this.at = at
  }
}

/**
 * The elements of the array that a stream of UTF-8 JSON holds: the root array, or the array under `key` of the root
 * object. Linear in the input. Throws `JsonElementProblem` where there is no such array or it is cut off.
 */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array | string>,
  key: string | null = null,
): AsyncGenerator<unknown> {
  const decoder = new StringDecoder('utf8')
  const scan = new Scan(key)
  for await (const chunk of chunks)
    yield* scan.read(
      typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)),
    )
  scan.end()
}

class Scan {
  readonly #key: string | null
  readonly #wanted: number
  #pending = ''
  #at = 0
  #depth = 0
  #inString = false
  #escaped = false
  #lastString = ''
  #keyBefore = ''
  #state: 'before' | 'inside' | 'after' = 'before'

  constructor(key: string | null) {
    this.#key = key
    this.#wanted = key === null ? 1 : 2
  }

  /** What ends in this piece of text. */
  *read(text: string): Generator<unknown> {
    let from = 0
    for (let index = 0; index < text.length; index++, this.#at++) {
      const code = text.charCodeAt(index)
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (code === 92) this.#escaped = true
        else if (code === 34) {
          this.#inString = false
          if (this.#state === 'before') this.#lastString = this.#pending + text.slice(from, index)
        }
        continue
      }
      if (code === 34) {
        this.#inString = true
        if (this.#state === 'before') {
          this.#pending = ''
          from = index + 1
        }
      } else if (code === 58 && this.#state === 'before' && this.#depth === 1) this.#keyBefore = this.#lastString
      else if (code === 91 || code === 123) {
        this.#depth++
        if (this.#state === 'before' && this.#opens(code)) {
          this.#state = 'inside'
          this.#pending = ''
          from = index + 1
        }
      } else if (code === 93 || code === 125) {
        this.#depth--
        if (this.#state === 'inside' && this.#depth < this.#wanted) {
          yield* this.#element(text.slice(from, index), true)
          this.#state = 'after'
        }
      } else if (code === 44 && this.#state === 'inside' && this.#depth === this.#wanted) {
        yield* this.#element(text.slice(from, index), false)
        from = index + 1
      }
    }
    if (this.#state === 'inside' || (this.#state === 'before' && this.#inString)) this.#pending += text.slice(from)
    if (this.#pending.length > LONGEST)
      throw new JsonElementProblem(`An element is longer than ${LONGEST} characters`, this.#at)
  }

  end(): void {
    if (this.#state === 'before') {
      const where = this.#key === null ? 'a JSON array' : `a JSON object with an array under "${this.#key}"`
      throw new JsonElementProblem(`Expected ${where}`, 0)
    }
    if (this.#state === 'inside' || this.#depth !== 0) throw new JsonElementProblem('The JSON is cut off', this.#at)
  }

  #opens(code: number): boolean {
    if (code !== 91 || this.#depth !== this.#wanted) return false
    return this.#key === null || this.#keyBefore === this.#key
  }

  *#element(rest: string, last: boolean): Generator<unknown> {
    const text = this.#pending + rest
    this.#pending = ''
    if (last && text.trim() === '') return
    try {
      yield JSON.parse(text)
    } catch {
      throw new JsonElementProblem('An element is not JSON', this.#at - text.length)
    }
  }
}
