import { expect, it } from 'vitest'
import { Spool } from './spool.ts'

it.each([30 * 1024 * 1024])('gives back %i bytes as they were, in order', (length) => {
  const all = Buffer.alloc(length)
  for (let at = 0; at < length; at += 997) all[at] = (at / 997) % 251
  const spool = new Spool()
  for (let at = 0; at < length; at += 100_000) spool.add(all.subarray(at, at + 100_000))
  const out: Buffer[] = []
  spool.flush({ write: (piece) => void out.push(Buffer.from(piece as Uint8Array)) })
  expect(Buffer.concat(out).equals(all)).toBe(true)
})
