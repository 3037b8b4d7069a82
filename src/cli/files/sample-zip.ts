/** Archives for tests, whose headers say what a test wants, honest or not. */
import { deflateRawSync } from 'node:zlib'

/** One entry, as its headers tell it. */
export interface SampleEntry {
  readonly name: string
  readonly content?: string | Buffer
  readonly flags?: number
  readonly method?: number
  readonly attributes?: number
  readonly size?: number
  readonly sameDataAs?: number
}

/** An archive whose headers say what the test wants, honest or not. */
export function sampleZip(entries: readonly SampleEntry[]): Buffer {
  const data: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  const lengths: number[] = []
  let at = 0
  for (const { name, content = '', flags = 0, method = 8, attributes = 0, size, sameDataAs } of entries) {
    const raw = Buffer.from(content)
    const packed = sameDataAs === undefined && method !== 0 ? deflateRawSync(raw) : Buffer.alloc(0)
    const length = sameDataAs === undefined ? packed.length : lengths[sameDataAs]!
    const names = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags | 0x800, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(length, 14)
    common.writeUInt32LE(size ?? raw.length, 18)
    common.writeUInt16LE(names.length, 22)
    offsets.push(sameDataAs === undefined ? at : offsets[sameDataAs]!)
    lengths.push(length)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(attributes >>> 0, 6)
    tail.writeUInt32LE(offsets.at(-1)!, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), common, tail, names)
    if (sameDataAs !== undefined) continue
    data.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, names, packed)
    at += 4 + 26 + names.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  // As many writers do, more than 65,535 entries are counted from zero again.
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...data, central, end])
}
