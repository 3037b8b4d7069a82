/** Replays the writes of a process as strace saw them, and makes the files that a power cut would have left at a moment. */

/** One thing that the process did to a file, or told. */
export type Deed =
  | { readonly what: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly what: 'cut'; readonly file: string; readonly size: number }
  | { readonly what: 'sync'; readonly file: string }
  | { readonly what: 'remove'; readonly file: string }
  | { readonly what: 'tell'; readonly words: string }

const bytesOf = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex')

/**
 * Reads the output of `strace -f -xx -y`, in order. A call that another thread interrupts counts where it begins, but a sync, which
 * counts where it has ended.
 */
export function readDeeds(trace: string): Deed[] {
  const deeds: Deed[] = []
  const syncing = new Map<string, string>()
  for (const line of trace.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const resumed = /^<\.\.\. (fsync|fdatasync) resumed>.*= 0$/.test(rest) ? syncing.get(thread) : undefined
    if (resumed !== undefined) deeds.push({ what: 'sync', file: resumed })
    const [, call, fd, path, args = ''] = /^(\w+)\((\d+)<([^>]*)>(.*)$/.exec(rest) ?? []
    const removed = /^unlink\("([^"]*)"/.exec(rest)?.[1]
    if (removed !== undefined) deeds.push({ what: 'remove', file: bytesOf(removed).toString() })
    if (call === undefined) continue
    const file = bytesOf(path!).toString()
    const [, hex = '', place = '0'] = /^, "([^"]*)"(?:, \d+, (\d+))?/.exec(args) ?? []
    if (call === 'pwrite64') deeds.push({ what: 'write', file, at: Number(place), bytes: bytesOf(hex) })
    else if (call === 'write' && fd === '1') deeds.push({ what: 'tell', words: bytesOf(hex).toString() })
    else if (call === 'ftruncate') deeds.push({ what: 'cut', file, size: Number(/^, (\d+)/.exec(args)![1]) })
    else if (call === 'fsync' || call === 'fdatasync') {
      if (args.includes('unfinished')) syncing.set(thread, file)
      else deeds.push({ what: 'sync', file })
    }
  }
  return deeds
}

/** The content of a file while it grows. */
class Content {
  #bytes = Buffer.alloc(1 << 16)
  #size = 0

  apply(deed: Deed): void {
    if (deed.what === 'cut') {
      if (deed.size < this.#size) this.#bytes.fill(0, deed.size, this.#size)
      this.#grow(deed.size)
      this.#size = deed.size
    } else if (deed.what === 'write') {
      this.#grow(deed.at + deed.bytes.length)
      deed.bytes.copy(this.#bytes, deed.at)
    }
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#size)
  }

  #grow(size: number): void {
    if (size > this.#bytes.length) {
      const larger = Buffer.alloc(size * 2)
      this.#bytes.copy(larger)
      this.#bytes = larger
    }
    this.#size = Math.max(this.#size, size)
  }
}

/**
 * The files after a power cut that follows these deeds: what was synced is there; of the writes since then those that `reached`
 * says, as a disk keeps some and loses others.
 */
export function filesAfterCut(deeds: readonly Deed[], reached: () => boolean): Map<string, Buffer> {
  const synced = new Map<string, Content>()
  const pending = new Map<string, Deed[]>()
  const settle = (file: string, some: readonly Deed[]) => {
    const content = synced.get(file) ?? new Content()
    for (const deed of some) content.apply(deed)
    synced.set(file, content)
  }
  for (const deed of deeds) {
    if (deed.what === 'tell') continue
    if (deed.what === 'sync') {
      settle(deed.file, pending.get(deed.file) ?? [])
      pending.delete(deed.file)
    } else if (deed.what === 'remove') {
      synced.delete(deed.file)
      pending.delete(deed.file)
    } else pending.set(deed.file, [...(pending.get(deed.file) ?? []), deed])
  }
  for (const [file, waiting] of pending) settle(file, waiting.filter(reached))
  return new Map([...synced].map(([file, { bytes }]) => [file, bytes]))
}
